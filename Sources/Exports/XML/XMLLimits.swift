/// What one document may ask of us. Beyond a limit the document is refused, because what stands behind it
/// cannot be trusted to mean what it says.
enum XMLLimits {
    /// Elements that are open at a time.
    static let depth = 256
    /// Attributes of one element.
    static let attributes = 256
    /// Bytes of an element's or attribute's name.
    static let name = 1024
    /// Bytes of an attribute's value, where the reader of a format does not ask for more.
    static let value = 64 * 1024
    /// Namespace declarations that are in force at a time.
    static let namespaces = 1024
    /// Bytes of the `<?xml ... ?>` declaration.
    static let declaration = 1024
    /// Bytes between `&` and `;`. A reference that is longer is text.
    static let reference = 32
}
