import Screen
import Testing

@testable import Runtime

@Suite struct FormatQuestionTests {
    private struct Talk {
        var answer: FormatQuestion.Answer
        var said: [String]
    }

    private func talk(_ typed: String...) -> Talk {
        var rest = typed[...]
        var said: [String] = []
        let answer = FormatQuestion(candidates: ["csv", "mein\u{1B}forum"]).ask(
            file: "a.csv", say: { said.append($0.english) }, read: { rest.popFirst() })
        return Talk(answer: answer, said: said)
    }

    @Test func `the candidates are listed by number, with what they are`() {
        let said = talk("1").said
        #expect(said.count == 4)
        #expect(said[1].hasPrefix("1  csv  "))
        #expect(said[2] == "2  mein\u{1B}forum")
    }

    @Test(arguments: [("1", "csv"), (" 2 ", "mein\u{1B}forum"), ("csv", "csv")])
    func `a number or a name chooses`(_ typed: String, _ format: String) {
        #expect(talk(typed).answer == .format(format))
    }

    @Test(arguments: ["", "  "])
    func `nothing leaves the file out`(_ typed: String) {
        #expect(talk(typed).answer == .skip)
    }

    @Test(arguments: ["0", "3", "-1", "x", "99999999999999999999"])
    func `anything else is asked again`(_ typed: String) {
        let talk = talk(typed, "2")
        #expect(talk.answer == .format("mein\u{1B}forum"))
        #expect(talk.said.last == "Write a number from 1 to 2, or nothing.")
    }

    @Test func `the end of input is no answer`() {
        #expect(talk().answer == .none)
        #expect(talk("7").answer == .none)
    }
}
