/// What a terminal tells of the mouse: a button, or a notch of the wheel, and over which cell.
package struct MouseReport: Hashable, Sendable {
    /// What was done. Dragging, other buttons and anything with a modifier key are the terminal's.
    package enum Action: Hashable, Sendable {
        case press, wheelUp, wheelDown
    }

    package var action: Action
    /// Counted from the top left, from 0.
    package var place: Point

    /// A report of its parts.
    package init(_ action: Action, at place: Point) {
        self.action = action
        self.place = place
    }
}
