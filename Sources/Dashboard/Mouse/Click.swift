import Conversations
import Screen

/// The last press of the button: a second one on the same cell is a double click, whatever stands there by then.
struct Click: Equatable, Sendable {
    /// Between the two presses of a double click, in milliseconds.
    static let patience: Int64 = 400

    var place: Point
    var time: Moment
    var pointed: Pointed

    /// Whether a press is the second one of a double click.
    func isDoubled(by place: Point, at now: Moment) -> Bool {
        self.place == place && (0...Self.patience).contains(now.milliseconds - time.milliseconds)
    }
}
