//! The program `ushirika`; everything it does is in the library.

use std::{ffi::OsString, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    ushirika::cli::run(&args)
}
