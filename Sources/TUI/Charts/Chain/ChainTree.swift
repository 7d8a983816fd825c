import Model

package struct ChainTree: Sendable {
    package init(_ chain: Chain) {}
    package func print(width: Int) -> Canvas { Canvas(Size(width, 1)) }
}
