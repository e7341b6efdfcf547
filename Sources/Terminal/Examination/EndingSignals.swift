/// The signals of this process while its terminal is examined.
package struct EndingSignals {
    /// Becomes readable when a signal came, whichever it is.
    package let fileDescriptor: Int32
    /// Takes those that came; whether one of them ends programs.
    package let mustEnd: () -> Bool

    package init(fileDescriptor: Int32, mustEnd: @escaping () -> Bool) {
        self.fileDescriptor = fileDescriptor
        self.mustEnd = mustEnd
    }
}
