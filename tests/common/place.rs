//! A folder with a home of its own, in which the program is started: nothing of the machine that runs the tests gets
//! in, nothing of the tests gets out.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// The folder; gone when the test ends.
pub struct Place(TempDir);

impl Place {
    /// An empty home.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    /// A home with a made-up cooperative of so many people, founded by Amina, in the usual book.
    pub fn with_demo(members: usize) -> Self {
        let place = Self::new();
        let (members, book) = (members.to_string(), place.book().display().to_string());
        let demo = ["--user", "amina", "demo", "--members", &members, "--date", "2026-11-23", "--out", &book];
        place.done(&demo);
        place
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The book that the program opens unless it is told otherwise.
    pub fn book(&self) -> PathBuf {
        self.path("coop.ushirika")
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).expect("a file");
        path
    }

    /// All that the program may know of its surroundings.
    pub fn environment(&self) -> Vec<(String, String)> {
        let home = self.folder().display().to_string();
        let pairs = [
            ("HOME", home.clone()),
            ("XDG_CONFIG_HOME", format!("{home}/.config")),
            ("XDG_DATA_HOME", format!("{home}/.local/share")),
            ("TMPDIR", home),
            ("LANG", "en_GB.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("TZ", "UTC".to_owned()),
            ("USHIRIKA_FILE", self.book().display().to_string()),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The program without a terminal.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ushirika"));
        command.args(args).current_dir(self.folder()).env_clear().envs(self.environment()).stdin(Stdio::null());
        command
    }

    /// What the program answers on its command line.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program starts")
    }

    /// What the program prints when it does what it is asked.
    #[track_caller]
    pub fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let (out, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{args:?} ended with {}\n{out}{complaint}", output.status);
        out.into_owned()
    }

    /// One JSON document that the program prints.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(args)).expect("one JSON document")
    }

    /// All members, as they are exported.
    #[track_caller]
    pub fn members(&self) -> Vec<serde_json::Value> {
        match self.json(&["export", "members", "--format", "json", "--out", "-"]) {
            serde_json::Value::Array(rows) => rows,
            other => panic!("no list: {other}"),
        }
    }
}
