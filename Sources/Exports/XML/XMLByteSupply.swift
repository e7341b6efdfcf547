/// Where an XML scanner's bytes come from; tests cut them at every place that a file could.
package protocol XMLByteSupply {
    /// The next bytes, never empty; nil at the end.
    mutating func nextChunk() throws(ExportError) -> ArraySlice<UInt8>?
}

extension ByteSource: XMLByteSupply {}
