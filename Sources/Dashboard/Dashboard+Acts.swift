import Conversations
import Screen

extension Dashboard {
    /// Asks the store to do this to the conversation that is pointed at.
    mutating func act(_ act: Act) -> [Effect] {
        self.act(act, on: targets)
    }

    /// The same to one conversation, whatever is marked.
    mutating func act(_ act: Act, onlyOn target: Digest) -> [Effect] {
        self.act(act, on: [target])
    }

    mutating func act(_ act: Act, on targets: [Digest]) -> [Effect] {
        guard !targets.isEmpty else {
            status.fail("no conversation is selected")
            return []
        }
        remember(act)
        return [.append(act, on: targets, id: acts.ask(act, on: targets))]
    }

    /// Opens a prompt. Questions about a conversation need one.
    mutating func ask(_ question: Question) -> [Effect] {
        switch question {
        case .command, .search, .limit, .importPath, .theme, .layout, .view, .markQuery, .palette, .helpFilter,
            .sheetSearch, .recordRegister, .playRegister, .openLink, .copyLink:
            break
        default:
            guard target != nil else {
                status.fail("no conversation is selected")
                return []
            }
        }
        var asked = Prompt(question)
        asked.conversation = target
        asked.marked = question.isForMany ? markedTargets : []
        asked.seen = newestShown(of: (target.map { [$0] } ?? []) + asked.marked)
        prompt = asked
        if let unwritten, unwritten.question == question, unwritten.conversation == target {
            prompt = unwritten
            self.unwritten = nil
        }
        return []
    }

    mutating func findUnanswered(_ direction: PageDirection) -> [Effect] {
        [inbox.find(Query(.state(.unanswered)), direction)]
    }

    mutating func search(_ direction: PageDirection) -> [Effect] {
        guard sheet == nil else { return searchSheet("", direction) }
        guard let searched else {
            status.fail("nothing was searched yet; / searches")
            return []
        }
        return [inbox.find(searched, direction)]
    }

    mutating func accept(now: Moment) -> [Effect] {
        guard let asked = prompt else { return [] }
        if asked.isChoice {
            guard let key = asked.question.defaultChoice, let result = asked.chosen(key) else { return [] }
            return follow(result, now: now)
        }
        return follow(asked.answered(now: now, zoneOffset: settings.zoneOffset), now: now)
    }

    /// Does what the answer of a prompt leads to.
    mutating func follow(_ result: PromptResult, now: Moment) -> [Effect] {
        if case .problem(let problem) = result {
            prompt?.problem = problem
            return []
        }
        let answered = prompt
        prompt = nil
        let effects = follow(result, of: answered, now: now)
        acts.note(answered, for: effects)
        return effects
    }

    private mutating func follow(_ result: PromptResult, of answered: Prompt?, now: Moment) -> [Effect] {
        let subject = answered?.conversation
        let marked = answered?.marked ?? []
        let judging = answered?.judging
        let count = answered?.count
        let links = answered?.links ?? []
        switch result {
        case .act(.judge(let judging)):
            return act(.judge(judging), on: JudgingPlan(messages: judging.messages).conversations)
        case .act(let act): return self.act(act, on: marked.isEmpty ? subject.map { [$0] } ?? [] : marked)
        case .ask(let next):
            prompt = next
            prompt?.conversation = subject
            prompt?.marked = marked
            prompt?.seen = answered?.seen ?? [:]
            prompt?.judging = judging
            return []
        case .command(let line): return run(line, on: subject, now: now)
        case .search(let query): return startSearch(query)
        case .limit(let limit): return inbox.setLimit(limit)
        case .importPath(let path): return startImport(path)
        case .theme(let name): return choose(theme: name)
        case .layout(let arrangement): return arrange(arrangement)
        case .view(let name): return show(viewNamed: name)
        case .mark(let query): return mark(query)
        case .find(let words): return searchSheet(words, .older)
        case .record(let register): return record(into: register)
        case .play(let name): return play(name, times: count)
        case .nothing: return []
        case .openLink(let number): return open(link: number, of: links)
        case .copyLink(let number): return copy(link: number, of: links)
        case .reply: return startReply()
        case .sendAnyway: return sendAnyway(now: now)
        case .readAnswers: return readAnswers()
        case .problem: return []
        }
    }

    private mutating func startSearch(_ query: Query?) -> [Effect] {
        guard let query else { return [] }
        searched = query
        return search(.older)
    }

    mutating func run(_ line: String, on subject: Digest?, now: Moment) -> [Effect] {
        let parsed = CommandLine.parse(line, now: now, zoneOffset: settings.zoneOffset)
        switch parsed {
        case .command(let command): return perform(command, count: nil, now: now)
        case .act(let act) where act.isAboutPersons: return actOnPerson(act)
        case .act(let act):
            let marked = act.isForMany ? markedTargets : []
            return self.act(act, on: marked.isEmpty ? subject.map { [$0] } ?? [] : marked)
        case .decide(let wish): return decide(wish, on: subject)
        case .search(let query): return startSearch(query)
        case .limit(let limit): return inbox.setLimit(limit)
        case .importPath(let path): return startImport(path)
        case .theme(let name): return choose(theme: name)
        case .layout(let arrangement): return arrange(arrangement)
        case .report(let period): return openReport(period)
        case .mouse(let wanted): return takeMouse(wanted)
        case .view(let name): return show(viewNamed: name)
        case .mark(let query): return mark(query)
        case .help(let topic): return showManual(topic)
        case .record(let register): return record(into: register)
        case .play(let name, let times): return play(name, times: times)
        case .openLink(let number): return openLink(number)
        case .copyLink(let number): return copyLink(number)
        case .problem(let problem):
            status.fail(problem)
            return []
        case .nothing: return []
        }
    }
}
