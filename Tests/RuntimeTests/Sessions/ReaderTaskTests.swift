import Conversations
import Dashboard
import Dispatch
import Synchronization
import Testing

@testable import Runtime

/// Long reads that are asked for again while they run.
@MainActor @Suite struct ReaderTaskTests {
    /// A reader whose interruptions are counted, and one read in it that runs until it is let go.
    private final class Reading {
        final class Count: Sendable {
            let value = Atomic(0)
        }

        let interruptions = Count()
        let mailbox: Mailbox
        let reader: ReaderTask
        private let goOn = DispatchSemaphore(value: 0)

        init() throws {
            let mailbox = try #require(Mailbox())
            let interruptions = interruptions
            self.mailbox = mailbox
            reader = ReaderTask(mailbox: mailbox) { interruptions.value.add(1, ordering: .relaxed) }
        }

        /// Asks for something that runs until `end`, and returns once it runs.
        func begin(_ kind: ReaderTask.Kind, _ question: Effect?) {
            let (began, goOn) = (DispatchSemaphore(value: 0), goOn)
            reader.ask(kind, question) {
                began.signal()
                goOn.wait()
                return .actsWaiting(0)
            }
            began.wait()
        }

        func ask(_ kind: ReaderTask.Kind, _ question: Effect?, _ number: Int) {
            reader.ask(kind, question) { .actsWaiting(number) }
        }

        /// Lets the first one come to its answer, and gives all answers in order.
        func end() -> [Answer] {
            goOn.signal()
            var answers: [Answer] = []
            while !reader.isIdle { answers += mailbox.drain() }
            return answers + mailbox.drain()
        }

        var count: Int { interruptions.value.load(ordering: .relaxed) }
    }

    private func list(_ words: String) throws -> Effect {
        .loadInbox(InboxQuery(limit: try Query(parsing: words)))
    }

    @Test func `the same question again lets the first have its answer, and is asked once more afterwards`() throws {
        let reading = try Reading()
        reading.begin(.inbox, try list("rad"))
        for number in 1...3 { reading.ask(.inbox, try list("rad"), number) }
        #expect(reading.count == 0)
        #expect(reading.end() == [.actsWaiting(0), .actsWaiting(3)])
    }

    @Test(arguments: ["kaffee", nil])
    func `another question ends the one that runs`(words: String?) throws {
        let reading = try Reading()
        reading.begin(.inbox, try words.map(list))
        reading.ask(.inbox, words == nil ? nil : try list("rad"), 1)
        #expect(reading.count == 1)
        #expect(reading.end().last == .actsWaiting(1))
    }

    @Test func `a question of another kind waits`() throws {
        let reading = try Reading()
        reading.begin(.inbox, try list("rad"))
        reading.ask(.counts, .loadCounts, 1)
        #expect(reading.count == 0)
        #expect(reading.end() == [.actsWaiting(0), .actsWaiting(1)])
    }
}
