import Conversations
import Screen

/// The mouse: a report becomes a key of the pane under it, and the key what it is bound to.
extension Dashboard {
    /// Rows or lines of one notch of the wheel.
    static let notch = 3

    /// The mouse was used.
    mutating func point(_ report: MouseReport, now: Moment) -> [Effect] {
        // What stands under the pointer now is not what would stand there when the macro is played.
        guard playing == nil else { return [] }
        guard recording == nil else {
            status.fail("the mouse is not recorded")
            return []
        }
        switch report.action {
        case .press: return click(at: report.place, now: now)
        case .wheelUp: return turn(.wheelUp, at: report.place, now: now)
        case .wheelDown: return turn(.wheelDown, at: report.place, now: now)
        }
    }

    private mutating func click(at place: Point, now: Moment) -> [Effect] {
        if let last = lastClick, last.isDoubled(by: place, at: now) {
            lastClick = nil
            return press(.doubleClick, on: last.pointed, now: now)
        }
        lastClick = nil
        guard let pointed = pointed(at: place, now: now) else { return [] }
        lastClick = Click(place: place, time: now, pointed: pointed)
        return press(.click, on: pointed, now: now)
    }

    private mutating func press(_ key: Key, on pointed: Pointed, now: Moment) -> [Effect] {
        // No click answers a prompt.
        guard prompt == nil, isBound(key, in: pointed.context) else { return [] }
        let effects = enter(pointed, now: now)
        guard context == pointed.context else { return effects }
        beginKey()
        self.pointed = pointed.thing
        defer { self.pointed = nil }
        return effects + obey(key, now: now)
    }

    /// The wheel turns the pane under the pointer. The thread may be turned without being entered.
    private mutating func turn(_ key: Key, at place: Point, now: Moment) -> [Effect] {
        guard let pointed = pointed(at: place, now: now), isBound(key, in: pointed.context) else { return [] }
        let before = focus
        var effects: [Effect] = []
        if pointed.context == .thread {
            guard thread.page != nil else { return [] }
            focus = .thread
        } else {
            effects = enter(pointed, now: now)
        }
        beginKey()
        pendingCount = Self.notch
        effects += obey(key, now: now)
        if pointed.context == .thread, focus == .thread { focus = before }
        return effects
    }

    private func isBound(_ key: Key, in context: KeyContext) -> Bool {
        settings.keymap.match([key], in: context) != .none
    }

    private mutating func beginKey() {
        pendingKeys = []
        pendingCount = nil
    }

    /// Gives the keys to the pane that was pointed at, as Tab would.
    private mutating func enter(_ pointed: Pointed, now: Moment) -> [Effect] {
        switch pointed.context {
        case .inbox where focus != .inbox:
            focus = .inbox
            if composer == nil { thread.leave() }
            return []
        case .thread where focus == .inbox && composer == nil: return perform(.switchPane, count: nil, now: now)
        case .thread: focus = .thread
        case .composer: focus = .composer
        case .inbox, .help, .sheet, .prompt: break
        }
        return []
    }
}

/// What the commands of the mouse do with what is pointed at.
extension Dashboard {
    /// Selects it.
    mutating func selectPointed() -> [Effect] {
        switch pointed {
        case .tab(let index)?:
            guard settings.views.indices.contains(index) else { return [] }
            return inbox.show(settings.views[index])
        case .conversation(let index)?:
            return inbox.move(by: index - (inbox.selectedIndex ?? 0)) + followPreview()
        case .row(let index)?, .link(_, let index)?:
            if index != thread.selectedIndex { thread.select(index) }
        case .item(let number)?:
            if let selected = sheet?.selected { sheet?.move(by: number - selected, size: size) }
            return loadMoreHistory()
        case .nothing?: break
        case nil: stall("nothing is pointed at")
        }
        return []
    }

    /// Selects it and opens it: a conversation, a link, the fold of a message, what an act was about.
    mutating func openPointed(now: Moment) -> [Effect] {
        let effects = selectPointed()
        switch pointed {
        case .conversation?: return effects + perform(.open, count: nil, now: now)
        case .link(let number, _)?: return effects + perform(.openLink, count: number, now: now)
        case .row?: return effects + perform(.toggleFold, count: nil, now: now)
        case .item?: return effects + perform(.open, count: nil, now: now)
        case .tab?, .nothing?, nil: return effects
        }
    }

    /// Takes the mouse, or leaves it to the terminal.
    /// - Parameter wanted: nil: the other of the two.
    mutating func takeMouse(_ wanted: Bool?) -> [Effect] {
        takesMouse = wanted ?? !takesMouse
        status.say(
            takesMouse
                ? "the mouse is lotse's; with Shift the terminal selects text" : "the mouse is the terminal's again")
        return [.takeMouse(takesMouse)]
    }

    /// The terminal has none to give.
    mutating func missMouse() {
        takesMouse = false
        status.fail("this terminal tells nothing of the mouse")
    }
}
