//! Ushirika: the books of an artisanal miners' cooperative, in a terminal, over one local `SQLite` file.
//!
//! # The map
//!
//! ```text
//! domain <- store <- command <- tui, cli <- main
//!    ^--- import, report, demo ---^
//! ```
//!
//! | part | what it is | what it never does |
//! |---|---|---|
//! | [`domain`] | the rules: members, dates, names, numbers, roles | input, output, SQL, clocks, languages |
//! | [`store`] | the book: one file, one door for writes, the log, undo, check, backup | decide what a user may want |
//! | [`command`] | what a user can do: one function and one record each | draw, print |
//! | [`import`] | bytes of a spreadsheet to rows with issues | know the book |
//! | [`report`] | values of the domain to lists and papers | fetch them |
//! | [`demo`] | a made-up cooperative, the same on every machine | |
//! | [`tui`] | screens, keys, the loop, the bytes to the terminal | SQL while drawing |
//! | [`cli`] | the command line over the same commands | |
//! | [`text`] | messages in words, one language file parsed when first needed | |
//! | [`clock`], [`unix`], [`config`] | the time, the system, the configuration file | |
//!
//! The arrows are the only way in which one part uses another; `tests/structure.rs` checks it, with the other rules of the
//! house. `rusqlite` lives in [`store`], `ratatui` and `crossterm` in [`tui`], and only [`command`] opens the door
//! [`store::Store::act`].
//!
//! # The words
//!
//! | in the code | English | French |
//! |---|---|---|
//! | book | cooperative's file | fichier de la coopérative |
//! | act | change | opération |
//! | undo, redo | undo, redo | défaire, refaire |
//! | draft | draft | brouillon |
//! | member, former number | member, old number | membre, ancien numéro |
//! | report, paper | printout | imprimé |
//! | head words | witness words | mots témoins |

pub mod cli;
pub mod clock;
pub mod command;
pub mod config;
pub mod demo;
pub mod domain;
pub mod import;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
pub mod unix;
