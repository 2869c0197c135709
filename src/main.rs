//! The program `ushirika`; everything it does is in the library.

fn main() {}
