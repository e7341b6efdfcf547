/// Keys that the export spells `like_this`.
protocol SnakeCaseKey: JSONKey {}

extension SnakeCaseKey {
    var name: String {
        String(describing: self).reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.lowercased()
        }
    }
}

/// Keys that the export spells `LikeThis`.
protocol PascalCaseKey: JSONKey {}

extension PascalCaseKey {
    var name: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
