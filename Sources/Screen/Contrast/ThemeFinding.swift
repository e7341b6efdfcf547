/// What is wrong with a role of a theme on some terminals.
package struct ThemeFinding: Hashable, Sendable {
    /// What is wrong.
    package enum Fault: Hashable, Sendable {
        /// The text can hardly be read. WCAG's contrast ratio, 1 ... 21, half of it where the text is faint.
        case contrast(ratio: Double, needed: Double)
        /// Another role stands in the same place with the same sign and the same attributes.
        case colorAlone(Role)
        /// The colour of another role is much the same to some eyes; `ColorVision.distance`.
        case alike(Role, ColorVision, distance: Double, needed: Double)
    }

    /// Whose style it is.
    package var role: Role
    /// What it is laid over; nil: nothing.
    package var backdrop: Role?
    /// The terminal's colours: 0, 8, 16, 256; more: direct colour.
    package var colors: Int
    /// Whose 16 colours were asked; nil: they do not matter.
    package var palette: String?
    /// The terminal's background; nil: it does not matter.
    package var shade: Shade?
    /// What is wrong.
    package var fault: Fault

    /// A finding.
    package init(
        role: Role, backdrop: Role? = nil, colors: Int, palette: String? = nil, shade: Shade? = nil, fault: Fault
    ) {
        self.role = role
        self.backdrop = backdrop
        self.colors = colors
        self.palette = palette
        self.shade = shade
        self.fault = fault
    }
}
