"""What a process of ours may reach: no network, no code from elsewhere, no files but those it is given.

`child` starts every process of the program, `network` takes the network from one, `sandbox` all
that the parser of foreign files does not need, `telemetry` silences the libraries, and `probe`
tells what of it holds on this machine. Standard library only: all of it comes before anything else.
"""
