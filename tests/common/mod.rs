//! What the stories are told with: a book on a fixed day, and a driver that presses keys and reads the screen.

pub mod chance;
pub mod driver;
pub mod hall;
pub mod ledger;
pub mod meeting;
pub mod package;
pub mod paper;
pub mod people;
pub mod place;
pub mod pty;
pub mod register;
pub mod sequence;
pub mod svg;
pub mod till;

use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use ushirika::{
    clock::Clock,
    command::{self, book::Founder},
    demo,
    domain::{
        book::{Coop, Country, LegalForm},
        member::{Member, Status},
        user::Session,
    },
    store::{Reader, Store},
};

/// The day on which all stories happen.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// The one clock of the tests.
pub fn clock() -> Clock {
    Clock::on(today())
}

/// Compares a screen with the one that was accepted. Moments are shown where the program runs: the zone of the machine
/// must not decide.
pub fn snap(name: &str, screen: &str) {
    let moment = (r"\d\d/\d\d/\d{4} \d\d:\d\d", "dd/mm/yyyy hh:mm");
    let covered = (r"\d\d/\d┌", "dd/m┌");
    // salted, so that they differ in every book
    let head = (
        r"\b(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz](?:\s+(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]){3}\b",
        "four words",
    );
    insta::with_settings!({filters => vec![moment, covered, head], snapshot_path => "../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, screen);
    });
}

/// A book in a folder of its own, gone when the test ends.
pub struct Book {
    folder: TempDir,
    /// The file.
    pub path: PathBuf,
    /// The first user, an administrator.
    pub session: Session,
}

impl Book {
    /// An empty book of a cooperative in the DR Congo, kept by Amina.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("book.ushirika");
        let coop = Coop {
            name: "Coop. minière Mbongu Mboka".into(),
            country: Country::Cd,
            legal_form: LegalForm::Scoops,
            currency: "CDF".into(),
            also: vec!["USD".into()],
            seat: String::new(),
        };
        // a session of no running program: what it leaves behind is offered to the next
        let founder = Founder { name: "amina", pin: None, system_user: "amina", session: "nowhere:0:0" };
        let (_, session) = command::book::create(&path, clock(), &coop, &founder).expect("a new book");
        Self { folder, path, session }
    }

    /// A book with a made-up cooperative of so many people.
    pub fn demo(members: usize) -> Self {
        let book = Self::empty();
        let people = demo::cooperative(members, 1, today(), Country::Cd);
        command::demo::fill(&mut book.store(), &book.session, &people).expect("it is filled");
        book
    }

    /// The same, and it has met.
    pub fn met(members: usize) -> Self {
        let book = Self::empty();
        let people = demo::cooperative(members, 1, today(), Country::Cd);
        let voters = command::demo::fill(&mut book.store(), &book.session, &people).expect("it is filled");
        command::demo::meet(&mut book.store(), &book.session, &people, &voters).expect("it has met");
        book
    }

    /// A book with these members: surname, post-name, given name.
    pub fn with(names: &[(&str, &str, &str)]) -> Self {
        let book = Self::empty();
        let mut store = book.store();
        for (surname, post_name, given_name) in names {
            let member = Member {
                surname: (*surname).into(),
                post_name: (*post_name).into(),
                given_name: (*given_name).into(),
                status: Status::Active,
                joined_on: Some(today()),
                ..Member::default()
            };
            command::member::save(&mut store, &book.session, None, &member).expect("a member");
        }
        book
    }

    /// A connection that writes.
    pub fn store(&self) -> Store {
        Store::open(&self.path, self.session.viewer.clone(), clock()).expect("the book opens")
    }

    /// A connection that reads.
    pub fn reader(&self) -> Reader {
        Reader::open(&self.path, self.session.viewer.clone()).expect("the book opens")
    }

    /// The folder of the book, for files beside it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}
