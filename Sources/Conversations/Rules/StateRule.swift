/// Which rule gave a conversation its state, as its events and messages leave it; time may still end it.
package enum StateRule: Equatable, Sendable {
    /// Nobody did anything to it.
    case untouched
    /// Something was done, and no state was set.
    case touched
    /// It was older than what the first import left to do.
    case calm
    /// This act set it.
    case act(Event)
    /// This act's state is over: a message came that its actor had not seen, of this time (milliseconds).
    case reopened(Event, by: Int64)
    /// This act's state is over: a message that was judged has another text now.
    case askedAgain(Event)

    /// The act that matters; nil: none does.
    package var act: Event? {
        switch self {
        case .untouched, .touched, .calm: nil
        case .act(let event), .reopened(let event, _), .askedAgain(let event): event
        }
    }
}
