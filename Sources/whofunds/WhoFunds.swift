import ArgumentParser
@main struct WhoFunds: ParsableCommand {}
