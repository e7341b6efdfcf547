import Screen

/// Keys in words, for `lotse screen --keys`: names separated by blanks, texts to type in quotation marks:
/// `j r "Danke!" ctrl-x ctrl-s`.
nonisolated package struct KeyScript: Equatable, Sendable {
    package let keys: [Key]

    package enum Problem: Error, Equatable, Sendable {
        case unknownKey(String)
        /// A quotation mark that is never closed.
        case unclosedText(String)
    }

    package init(_ script: String) throws(Problem) {
        var keys: [Key] = []
        var rest = Substring(script)
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "\"" {
                let body = rest.dropFirst()
                guard let end = body.firstIndex(of: "\"") else { throw .unclosedText(String(rest)) }
                keys += body[..<end].map { $0.isNewline ? .enter : .character($0) }
                rest = body[body.index(after: end)...]
            } else {
                let name = rest.prefix { !$0.isWhitespace }
                guard let key = Key(named: String(name)) else { throw .unknownKey(String(name)) }
                keys.append(key)
                rest = rest[name.endIndex...]
            }
        }
        self.keys = keys
    }
}

extension DashboardLoop {
    /// Starts, presses the keys one after the other, and waits after each until nothing is under way.
    package func play(_ script: KeyScript, on display: ScriptedDisplay) {
        start()
        settle()
        for key in script.keys {
            display.enqueue(.key(key))
            step()
            settle()
        }
    }

    /// Waits until nothing is under way that could still change the screen.
    package func settle() {
        repeat {
            step(early: true)
            if !isSettled { wait() }
        } while !isSettled
        step()
    }
}
