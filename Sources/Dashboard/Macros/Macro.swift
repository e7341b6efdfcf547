import Screen

/// Keys and lines under a name: recorded with `Q`, or written in the settings.
package struct Macro: Equatable, Sendable {
    /// One thing that is done.
    package enum Step: Equatable, Sendable {
        case key(Key)
        /// As `:` takes it.
        case line(String)
    }

    /// A register (one letter or digit), or a name of the settings.
    package let name: String
    /// In their order.
    package let steps: [Step]

    /// Keys that a macro has at most.
    package static let stepLimit = 1000

    /// Why a text is no macro. Facts.
    package enum Problem: Error, Equatable, Sendable {
        case unknownKey(String)
        /// A quotation mark that is never closed.
        case unclosedText(String)
        case unknownCommand(String)
        /// There is nothing in it.
        case empty
        case tooLong
    }

    /// Reads what the settings have: each line is either keys (`l "spam" enter`) or, after a `:`, a command line.
    package init(name: String, text: String) throws(Problem) {
        var steps: [Step] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.drop { $0.isWhitespace }
            if words.first == ":", words.dropFirst().first?.isLetter == true {
                steps.append(.line(try Self.checked(String(words.dropFirst()))))
            } else {
                steps += try Self.keys(String(words)).map(Step.key)
            }
        }
        guard !steps.isEmpty else { throw .empty }
        guard steps.count <= Self.stepLimit else { throw .tooLong }
        self.name = name
        self.steps = steps
    }

    /// What was recorded.
    init(name: String, keys: [Key]) {
        self.name = name
        steps = keys.map(Step.key)
    }

    private static func checked(_ line: String) throws(Problem) -> String {
        let name = String(line.prefix { !$0.isWhitespace })
        guard CommandLine.match(name) != nil else { throw .unknownCommand(name) }
        return line
    }

    private static func keys(_ line: String) throws(Problem) -> [Key] {
        do throws(KeyScript.Problem) {
            return try KeyScript(line).keys
        } catch {
            switch error {
            case .unknownKey(let name): throw .unknownKey(name)
            case .unclosedText(let text): throw .unclosedText(text)
            }
        }
    }

    /// As the settings file has it; `init` reads it back.
    package var text: String {
        var lines: [String] = []
        var keys: [Key] = []
        for step in steps {
            switch step {
            case .key(let key): keys.append(key)
            case .line(let line):
                if !keys.isEmpty { lines.append(KeyScript.text(keys)) }
                keys = []
                lines.append(":" + line)
            }
        }
        return (lines + (keys.isEmpty ? [] : [KeyScript.text(keys)])).joined(separator: "\n")
    }

    /// Whether a character can be a register: a to z and the digits.
    package static func isRegister(_ character: Character) -> Bool {
        character.isASCII && (character.isLowercase || character.isNumber)
    }
}

extension Macro.Step {
    /// As it is said where a macro stopped.
    var name: String {
        switch self {
        case .key(let key): key.name
        case .line(let line): ":" + line
        }
    }
}
