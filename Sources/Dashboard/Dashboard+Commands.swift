import Conversations
import Screen

extension Dashboard {
    /// One line per command; the work sits in the panes.
    mutating func perform(_ command: Command, count: Int?, now: Moment) -> [Effect] {
        let steps = count ?? 1
        switch command {
        case .next: return move(by: steps, now: now)
        case .previous: return move(by: -steps, now: now)
        case .first: return moveToEnd(first: true, now: now)
        case .last: return moveToEnd(first: false, now: now)
        case .halfPageDown: return turn(steps, by: max(1, pageRows / 2), now: now)
        case .halfPageUp: return turn(-steps, by: max(1, pageRows / 2), now: now)
        case .pageDown: return turn(steps, by: pageRows, now: now)
        case .pageUp: return turn(-steps, by: pageRows, now: now)
        case .lineDown: return scrollLines(by: steps, now: now)
        case .lineUp: return scrollLines(by: -steps, now: now)
        case .point: return selectPointed()
        case .openPointed: return openPointed(now: now)
        case .open: return open(now: now)
        case .switchPane: return switchPane(now: now)
        case .nextUnanswered: return findUnanswered(.older)
        case .previousUnanswered: return findUnanswered(.newer)
        case .nextUnread: return jump(to: .unread, by: steps)
        case .previousUnread: return jump(to: .unread, by: -steps)
        case .nextOwn: return jump(to: .own, by: steps)
        case .previousOwn: return jump(to: .own, by: -steps)
        case .nextDecision: return jump(to: .decision, by: steps)
        case .previousDecision: return jump(to: .decision, by: -steps)
        case .toggleFold: return toggleFold(now: now)
        case .foldAll: return foldAll()
        case .openFolds: return openAllFolds()
        case .search: return askSearch()
        case .searchNext: return search(.older)
        case .searchPrevious: return search(.newer)
        case .limit: return ask(.limit)
        case .view: return ask(.view)
        case .nextView: return turnView(by: steps)
        case .previousView: return turnView(by: -steps)
        case .mark: return toggleMark()
        case .markRange: return markRange()
        case .markQuery: return ask(.markQuery)
        case .markAlike: return markAlike()
        case .unmark: return unmark()
        case .about: return openMessageSheet()
        case .person: return openPersonSheet()
        case .linkPerson: return askAboutPerson(.person)
        case .unlinkPerson: return actOnPerson(.link(to: nil))
        case .role: return askAboutPerson(.role)
        case .drafts: return openDraftSheet()
        case .explain: return explain()
        case .openLink: return openLink(count)
        case .copyLink: return copyLink(count)
        case .copyText: return copyText()
        case .copyAuthor: return copyAuthor()
        case .copyPermalink: return copyPermalink()
        case .report: return openReport()
        case .longerPeriod: return turnPeriod(by: steps)
        case .shorterPeriod: return turnPeriod(by: -steps)
        case .imports: return openImportSheet()
        case .importFile: return ask(.importPath)
        case .stopImport: return stopImport()
        case .reply: return startReply()
        case .resolve: return ask(.resolution)
        case .snooze: return ask(.snooze)
        case .wait: return act(.wait)
        case .hold: return ask(.holdReason)
        case .community: return ask(.community)
        case .assign: return ask(.assign)
        case .label: return ask(.label)
        case .priority: return ask(.priority)
        case .note: return ask(.note)
        case .decide: return startDecision()
        case .decideAlike: return decideAlike()
        case .reopen: return act(.reopen)
        case .close: return act(.close(reason: ""))
        case .repeatAct: return repeatAct(now: now)
        case .record: return record()
        case .play: return askMacro(times: count)
        case .undo: return undo()
        case .redo: return redo()
        case .history: return openHistory()
        case .back: return back()
        case .quit: return quit()
        case .redraw: return [.redraw]
        case .suspend: return saveDraftNow() + [.suspend]
        case .theme: return askTheme()
        case .mouse: return takeMouse(nil)
        case .layout: return ask(.layout)
        case .growPane: return resizePane(by: steps)
        case .shrinkPane: return resizePane(by: -steps)
        case .evenPanes: return evenPanes()
        case .zoomPane: return zoomPane()
        case .help: return toggleHelp()
        case .commandLine: return ask(.command)
        case .palette: return openPalette()
        case .send: return send(now: now)
        case .edit: return composer.map { saveDraftNow() + [.edit(text: $0.editor.text)] } ?? []
        case .leave: return leaveComposer(now: now)
        case .accept: return accept(now: now)
        case .cancel: return cancel()
        case .complete: return complete()
        }
    }

    /// Rows that a page moves by.
    private var pageRows: Int {
        let pane = sheet != nil || help != nil ? nil : focus == .inbox ? layout.inbox : layout.thread
        return max(1, (pane?.rows ?? size.rows) - 2)
    }

    private mutating func move(by count: Int, now: Moment) -> [Effect] {
        if help != nil {
            help?.move(by: count, keymap: settings.keymap, catalogue: settings.catalogue, size: size)
            return []
        }
        if sheet != nil {
            sheet?.move(by: count, size: size)
            return loadMoreHistory()
        }
        let (row, message, line) = (inbox.selectedID, thread.selectedID, thread.top)
        defer {
            if row == inbox.selectedID, message == thread.selectedID, line == thread.top {
                stall("nothing further on")
            }
        }
        switch focus {
        case .inbox: return inbox.move(by: count) + followPreview()
        case .thread, .composer:
            let more = count < 0 ? thread.loadMore() : []
            thread.move(by: count, layout: threadLayout(now: now), height: threadHeight)
            return more
        }
    }

    /// Pages are rows in a list and lines in a thread.
    private mutating func turn(_ pages: Int, by rows: Int, now: Moment) -> [Effect] {
        guard focus != .inbox, help == nil, sheet == nil else { return move(by: pages * rows, now: now) }
        let more = pages < 0 ? thread.loadMore() : []
        for _ in 0..<min(abs(pages), 1000) {
            thread.turn(forward: pages > 0, lines: rows, layout: threadLayout(now: now), height: threadHeight)
        }
        return more
    }

    private mutating func moveToEnd(first: Bool, now: Moment) -> [Effect] {
        if help != nil || sheet != nil { return move(by: first ? -100_000 : 100_000, now: now) }
        guard focus == .inbox else {
            thread.moveToEnd(first: first, layout: threadLayout(now: now), height: threadHeight)
            return []
        }
        return (first ? inbox.moveToTop() : inbox.moveToBottom()) + followPreview()
    }

    private mutating func open(now: Moment) -> [Effect] {
        if case .drafts = sheet?.subject { return takeOverDraft(now: now) }
        if case .person = sheet?.subject { return openFromPerson() }
        if case .report(let query) = sheet?.subject { return openFromReport(query) }
        if sheet != nil { return openFromHistory() }
        guard let row = inbox.selected else { return [] }
        focus = .thread
        let load = thread.open(row.id)
        guard row.state == .new || row.unreadCount > 0 else { return [load] }
        return [load] + act(.open)
    }

    private mutating func switchPane(now: Moment) -> [Effect] {
        switch focus {
        case .inbox:
            if composer != nil {
                focus = .composer
                return []
            }
            return open(now: now)
        case .thread: focus = composer == nil ? .inbox : .composer
        case .composer: focus = layout.inbox == nil ? .thread : .inbox
        }
        return []
    }

    private mutating func back() -> [Effect] {
        if help != nil {
            help = nil
            return []
        }
        if sheet != nil {
            sheet = nil
            return []
        }
        if focus == .thread {
            focus = .inbox
            thread.leave()
            return followPreview()
        }
        return inbox.limit == nil ? quit() : inbox.setLimit(nil)
    }

    /// An import that runs here would end with the program: who quits is told once.
    private mutating func quit() -> [Effect] {
        if imports.progress != nil, !imports.isQuitWarned {
            imports.isQuitWarned = true
            status.fail("an import is running; quit again to stop it, nothing of it is shown before it is whole")
            return []
        }
        return saveDraftNow() + [.quit]
    }

    private mutating func cancel() -> [Effect] {
        if let asked = prompt {
            prompt = nil
            filterHelp(since: asked)
            return preview(since: asked)
        }
        return inbox.limit == nil ? [] : inbox.setLimit(nil)
    }
}
