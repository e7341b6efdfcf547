/// The manual page of one subcommand, with the commands below it.
struct CommandPage {
    let command: CommandHelp
    /// What every command takes; told once, at the end.
    let common: Set<String>
    let date: String

    var text: String {
        var page = Roff(name: "lotse-" + command.commandName, section: 1, date: date)
        page.name("lotse-" + command.commandName, command.abstract ?? "")
        page.section("Synopsis")
        for form in forms { page.synopsis(form.fullName, usage(of: form)) }
        page.section("Description")
        page.paragraph(command.abstract ?? "")
        if let discussion = command.discussion { page.paragraph(discussion) }
        if command.shownSubcommands.isEmpty {
            page.entries("Options", own(command))
        } else {
            page.section("Commands")
            for form in forms { describe(form, in: &page) }
        }
        page.entries("Common options", forms.first?.shownArguments.filter(isCommon) ?? [])
        page.section("See also")
        page.paragraph("`lotse`(1)")
        return page.text
    }

    /// The command itself, or else the commands below it.
    private var forms: [CommandHelp] {
        command.shownSubcommands.isEmpty ? [command] : command.shownSubcommands
    }

    private func describe(_ form: CommandHelp, in page: inout Roff) {
        page.subsection(form.fullName)
        page.paragraph(form.abstract ?? "")
        if let discussion = form.discussion { page.paragraph(discussion) }
        if form.commandName == command.defaultSubcommand {
            page.paragraph("The word `\(form.commandName)` may be left out.")
        }
        page.arguments(own(form))
    }

    private func own(_ form: CommandHelp) -> [CommandHelp.Argument] {
        form.shownArguments.filter { !isCommon($0) }
    }

    private func isCommon(_ argument: CommandHelp.Argument) -> Bool {
        argument.preferredName.map { common.contains($0.typed) } ?? false
    }

    private func usage(of form: CommandHelp) -> [String] {
        let arguments = own(form)
        let options = arguments.filter { !$0.isPositional } + arguments.filter(\.isPositional)
        return options.map(\.usage) + ["[\(Roff.italic("common options"))]"]
    }
}

extension CommandHelp.Argument {
    /// How it stands in a synopsis, marked up.
    fileprivate var usage: String {
        // No space inside: a value stays on the line of its option.
        let typed = isPositional ? value : marked(preferredName.map { [$0] } ?? [], gap: "\\ ")
        return (isOptional ? "[\(typed)]" : typed) + (isRepeating ? "..." : "")
    }

    /// `-o, --output FILE`, marked up.
    var term: String { isPositional ? value : marked(names ?? [], gap: " ") }

    private var value: String { Roff.italic(valueName ?? "value") }

    private func marked(_ names: [Name], gap: String) -> String {
        names.map { Roff.bold($0.typed) }.joined(separator: ", ") + (isFlag ? "" : gap + value)
    }

    var explanation: String {
        let shown = defaultValue.flatMap { $0.isEmpty || isFlag ? nil : "Default: \($0)." }
        return [abstract, discussion, shown].compactMap { $0 }.joined(separator: " ")
    }
}

extension Roff {
    /// A section of options; none where there are none.
    mutating func entries(_ title: String, _ arguments: [CommandHelp.Argument]) {
        guard !arguments.isEmpty else { return }
        section(title)
        self.arguments(arguments)
    }

    mutating func arguments(_ arguments: [CommandHelp.Argument]) {
        for argument in arguments { entry(argument.term, argument.explanation) }
    }
}
