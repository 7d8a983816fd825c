import Chance

typealias SeededGenerator = Chance.SeededGenerator
