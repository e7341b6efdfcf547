// Replaced by the helper who writes the readers: streams decoded bytes in chunks.
package struct ByteSource {}
