/// The namespace declarations in force (Namespaces in XML 1.0).
struct XMLNamespaces {
    private var declarations: [(depth: Int, prefix: String, uri: String)] = []

    /// Takes the declarations among the attributes of the element at `depth`. False: there are too many.
    mutating func declare(_ attributes: [XMLAttribute], depth: Int) -> Bool {
        for attribute in attributes {
            if attribute.name == "xmlns" {
                declarations.append((depth, "", attribute.value))
            } else if attribute.name.hasPrefix("xmlns:") {
                declarations.append((depth, String(attribute.name.dropFirst(6)), attribute.value))
            }
        }
        return declarations.count <= XMLLimits.namespaces
    }

    mutating func leave(depth: Int) {
        while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
    }

    func uri(of prefix: String) -> String {
        declarations.last { $0.prefix == prefix }?.uri ?? ""
    }
}
