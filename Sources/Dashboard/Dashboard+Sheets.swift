import Conversations
import Screen

extension Dashboard {
    /// About the message that is pointed at: where it comes from, as it was written.
    mutating func openMessageSheet() -> [Effect] {
        guard let target else {
            status.fail("no conversation is selected")
            return []
        }
        let subject = focus == .inbox ? target : shownTarget?.digest ?? target
        sheet = Sheet(.message(subject))
        return [.loadFacts(subject)]
    }

    /// Why this row is here.
    mutating func explain() -> [Effect] {
        guard let target else {
            status.fail("no conversation is selected")
            return []
        }
        sheet = Sheet(.explanation(target))
        return [explanation(of: target)]
    }

    private func explanation(of conversation: Digest) -> Effect {
        .explain(conversation, inbox.query ?? Query(.state(.todo)), inbox.context)
    }

    mutating func receive(_ explanation: Explanation?, about key: Digest) {
        guard sheet?.subject == .explanation(key) else { return }
        guard let explanation else {
            sheet = nil
            status.fail("this conversation is not there any more")
            return
        }
        let told = ExplanationSheet(explanation, zoneOffset: settings.zoneOffset, catalogue: settings.catalogue)
        sheet?.show(told.entries)
    }

    mutating func openImportSheet() -> [Effect] {
        sheet = Sheet(.imports)
        refreshImportSheet()
        return [.loadBatches]
    }

    /// `:import PATH`.
    mutating func startImport(_ path: String) -> [Effect] {
        guard imports.progress == nil else {
            status.fail("an import runs already; I shows it")
            return []
        }
        imports.progress = ImportStep(path: path, messages: 0, percent: nil, rate: nil, secondsLeft: nil)
        status.say("importing; I shows how far it is")
        refreshImportSheet()
        return [.startImport(path: path)]
    }

    mutating func stopImport() -> [Effect] {
        imports.progress == nil ? [] : [.stopImport]
    }

    mutating func receive(_ facts: MessageFacts?, about key: Digest) {
        guard sheet?.subject == .message(key) else { return }
        guard let facts else {
            sheet = nil
            status.fail(Refusal.unknownMessage.phrase)
            return
        }
        sheet?.show(MessageSheet(facts: facts, zoneOffset: settings.zoneOffset).entries)
    }

    mutating func receive(_ outcome: ImportOutcome) -> [Effect] {
        imports.take(outcome)
        refreshImportSheet()
        let sentence = Phrase("%1", outcome.sentences.first ?? outcome.path)
        if outcome.isFailure { status.fail(sentence) } else { status.say(sentence) }
        return sheet?.subject == .imports ? [.loadBatches] : []
    }

    mutating func refreshImportSheet() {
        guard sheet?.subject == .imports else { return }
        sheet?.show(imports.entries(zoneOffset: settings.zoneOffset))
    }

    mutating func openHistory() -> [Effect] {
        sheet = Sheet(.history)
        history = HistoryPane()
        return [history.reload()]
    }

    /// More of the history, or all of it anew. What is selected is an act, wherever it stands now.
    mutating func receive(_ page: HistoryPage, before: Int64) {
        let selected = selectedAct?.id
        history.take(page, before: before)
        guard sheet?.subject == .history else { return }
        sheet?.show(
            history.entries(zoneOffset: settings.zoneOffset),
            selecting: history.rows.firstIndex { $0.id == selected }, size: size)
    }

    mutating func loadMoreHistory() -> [Effect] {
        guard sheet?.subject == .history, let selected = sheet?.selected else { return [] }
        return history.loadMore(selected: selected)
    }

    /// What a sheet shows of the store, loaded again.
    func reloadSheet() -> [Effect] {
        switch sheet?.subject {
        case .imports: [.loadBatches]
        case .history: [history.reload()]
        case .explanation(let key): [explanation(of: key)]
        case .person(let key): [.loadPerson(key)]
        case .report(let query): [.loadReport(query)]
        case .message, .drafts, .manual, nil: []
        }
    }

    private var selectedAct: HistoryRow? {
        guard sheet?.subject == .history, let selected = sheet?.selected, history.rows.indices.contains(selected)
        else { return nil }
        return history.rows[selected]
    }

    /// My last act; in the history the selected one, whoever did it.
    mutating func undo() -> [Effect] {
        guard sheet != nil else { return [.undo(id: acts.ask(nil, on: []))] }
        guard let act = selectedAct else { return [] }
        guard act.isUndoable else {
            status.fail("this cannot be taken back")
            return []
        }
        return [.undoAct(act.id, id: acts.ask(nil, on: []))]
    }

    mutating func redo() -> [Effect] {
        guard sheet != nil else { return [.redo(id: acts.ask(nil, on: []))] }
        return selectedAct.map { [.redoAct($0.id, id: acts.ask(nil, on: []))] } ?? []
    }

    /// The conversation of the selected act.
    mutating func openFromHistory() -> [Effect] {
        guard let conversation = selectedAct?.conversation else { return [] }
        sheet = nil
        focus = .thread
        return [thread.open(conversation)]
    }
}
