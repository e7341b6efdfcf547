import Foundation

/// The three ways in which one kind of cone is missing.
package enum ColorVision: String, CaseIterable, Hashable, Sendable {
    case protanopia, deuteranopia, tritanopia

    /// How far two colours are from each other for such eyes: the distance in Oklab (Ottosson, "A perceptual color
    /// space for image processing", 2020); black and white are 1 apart.
    package func distance(_ one: RGB, _ other: RGB) -> Double {
        let (a, b) = (Oklab(seen(one.linear)), Oklab(seen(other.linear)))
        return
            (pow(a.lightness - b.lightness, 2) + pow(a.greenRed - b.greenRed, 2) + pow(a.blueYellow - b.blueYellow, 2))
            .squareRoot()
    }

    /// Amounts of light as these eyes see them: Machado, Oliveira and Fernandes, "A physiologically-based model for
    /// simulation of color vision deficiency", 2009, at severity 1.
    private func seen(_ light: (red: Double, green: Double, blue: Double)) -> (Double, Double, Double) {
        let rows = matrix
        let part = { (row: [Double]) in
            min(1, max(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue))
        }
        return (part(rows[0]), part(rows[1]), part(rows[2]))
    }

    private var matrix: [[Double]] {
        switch self {
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
            ]
        }
    }
}

/// A colour in the space Oklab.
private struct Oklab {
    let lightness: Double
    let greenRed: Double
    let blueYellow: Double

    init(_ light: (Double, Double, Double)) {
        let (red, green, blue) = light
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }
}
