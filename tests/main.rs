//! All tests against the library and the program: one binary, linked once.

mod alike;
mod cli;
mod common;
mod corpus_import;
mod corpus_rosters;
mod crowd;
mod duplicates;
mod elsewhere;
mod faults;
mod hostile;
mod import;
mod importing;
mod keystrokes;
mod r#loop;
mod members;
mod newcomer;
mod pile;
mod procedures;
mod pty;
mod readme;
mod screens;
mod screenshots;
mod structure;
mod tamper;
