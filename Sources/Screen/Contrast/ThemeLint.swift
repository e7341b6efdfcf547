/// Whether a theme can be read on the terminals there are. Pure: a theme goes in, findings come out.
package struct ThemeLint: Sendable {
    /// Contrast ratio that words need.
    package var text: Double
    /// Contrast ratio that labels need.
    package var label: Double

    /// What WCAG 2.2 asks for at level AA.
    package init(text: Double = 4.5, label: Double = 3) {
        self.text = text
        self.label = label
    }

    /// Terminals' counts of colours.
    package static let depths = [0, 8, 16, 256, 1 << 24]
    /// States whose colours are nearer in Oklab are alike; a difference of 0.02 is just seen.
    package static let leastDistance = 0.05

    /// Where text cannot be read: by depth, then by role, alone and over each line that it may be laid over.
    package func contrast(of theme: Theme) -> [ThemeFinding] {
        Self.depths.flatMap { colors -> [ThemeFinding] in
            let reduced = theme.reduced(to: colors)
            let combinations = Role.allCases.flatMap { role in
                [(role, Role?.none)] + role.backdrops.map { (role, $0) }
            }
            return combinations.flatMap { contrast(of: $0.0, on: $0.1, in: reduced, colors: colors) }
        }
    }

    private func contrast(of role: Role, on backdrop: Role?, in theme: Theme, colors: Int) -> [ThemeFinding] {
        var style = theme[role]
        if let backdrop { style = style.over(theme[backdrop]) }
        style = style.over(theme.ground)
        let needed = role.reading == .text ? text : label
        var findings: [ThemeFinding] = []
        for shade in theme.shade.map({ [$0] }) ?? Shade.allCases {
            for palette in TerminalPalette.all {
                let shown = ShownColors(style, palette: palette, shade: shade, colors: colors)
                guard let ratio = shown.worstContrast, ratio < needed else { continue }
                let finding = ThemeFinding(
                    role: role, backdrop: backdrop, colors: colors,
                    palette: shown.dependsOnPalette ? palette.name : nil, shade: shown.dependsOnPalette ? shade : nil,
                    fault: .contrast(ratio: ratio, needed: needed))
                if !findings.contains(finding) { findings.append(finding) }
            }
        }
        return findings
    }

    /// States whose colours differ, but hardly so to eyes in which one kind of cone is missing. Where the terminal's
    /// 16 colours are used, its owner chooses them: only colours that the theme fixes are compared.
    package func confusion(in theme: Theme) -> [ThemeFinding] {
        [256, 1 << 24].flatMap { colors -> [ThemeFinding] in
            let theme = theme.reduced(to: colors)
            let fixed = Role.states.compactMap { role in
                theme[role].over(theme.ground).foreground.fixed.map { (role, $0) }
            }
            return fixed.indices.flatMap { index in
                fixed[..<index].flatMap { other in alike(fixed[index], other, colors: colors) }
            }
        }
    }

    private func alike(_ one: (Role, RGB), _ other: (Role, RGB), colors: Int) -> [ThemeFinding] {
        guard one.1 != other.1 else { return [] }
        return ColorVision.allCases.compactMap { vision in
            let distance = vision.distance(one.1, other.1)
            guard distance < Self.leastDistance else { return nil }
            return ThemeFinding(
                role: one.0, colors: colors,
                fault: .alike(other.0, vision, distance: distance, needed: Self.leastDistance))
        }
    }
}
