import Testing

@testable import Screen

@Suite struct RGBTests {
    /// Ratios that WebAIM's and other contrast checkers give, to two places.
    @Test(
        arguments: [
            (0x000000, 0xffffff, 21.0), (0xffffff, 0xffffff, 1), (0x777777, 0xffffff, 4.48), (0x767676, 0xffffff, 4.54),
            (0xff0000, 0xffffff, 4.00), (0x0000ff, 0xffffff, 8.59), (0x839496, 0x002b36, 4.75),
            (0x657b83, 0xfdf6e3, 4.13),
        ] as [(UInt32, UInt32, Double)])
    func `contrast is what WCAG defines, whichever colour comes first`(one: UInt32, other: UInt32, ratio: Double) {
        #expect(abs(RGB(one).contrast(with: RGB(other)) - ratio) < 0.006)
        #expect(RGB(one).contrast(with: RGB(other)) == RGB(other).contrast(with: RGB(one)))
    }

    @Test(arguments: ColorVision.allCases)
    func `greys look as they are to all eyes`(vision: ColorVision) {
        #expect(abs(vision.distance(RGB(0, 0, 0), RGB(255, 255, 255)) - 1) < 0.01)
        #expect(vision.distance(RGB(128, 128, 128), RGB(128, 128, 128)) == 0)
    }

    @Test func `which colours are confused depends on the cone that is missing`() {
        // Gruvbox' green and its yellow; its blue-green and a blue.
        let (green, yellow) = (RGB(0xb8bb26), RGB(0xfabd2f))
        #expect(ColorVision.protanopia.distance(green, yellow) < 0.05)
        #expect(ColorVision.tritanopia.distance(green, yellow) > 0.05)
        let (cyan, blue) = (RGB(0x2aa198), RGB(0x268bd2))
        #expect(ColorVision.tritanopia.distance(cyan, blue) < 0.05)
        #expect(ColorVision.protanopia.distance(cyan, blue) > 0.05)
    }
}
