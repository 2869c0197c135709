//! A book to test with.

use super::{Reader, Store, audit::Class};
use crate::{
    clock::Clock,
    domain::{
        birth::Birth,
        book::{Coop, Country, LegalForm},
        command::{Command, Undo},
        member::{Member, Sex, Status},
        user::{Role, Session, Viewer},
    },
};
use chrono::NaiveDate;
use std::cell::RefCell;
use tempfile::TempDir;

/// Any change, undone as a whole.
pub static WRITE: Command = Command { id: "test.write", roles: &[Role::Clerk], undo: Undo::Whole, pin: false };

thread_local! {
    static MEANWHILE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// What somebody else does between what the next command of this thread reads and its act.
pub fn in_between(work: impl FnOnce() + 'static) {
    MEANWHILE.set(Some(Box::new(work)));
}

/// Does it; called before every act.
pub fn meanwhile() {
    if let Some(work) = MEANWHILE.take() {
        work();
    }
}

/// A new book whose first user is the administrator `amina`, on 23 November 2026.
pub struct Book {
    pub dir: TempDir,
    pub store: Store,
    pub amina: Session,
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

pub fn session(user_id: i64, name: &str, roles: &[Role]) -> Session {
    Session {
        viewer: Viewer { user_id: Some(user_id), roles: roles.to_vec() },
        name: name.to_owned(),
        system_user: "tester".to_owned(),
        id: crate::unix::session_id(),
        proved: true,
    }
}

pub fn book() -> Book {
    let dir = tempfile::tempdir().unwrap();
    let amina = session(1, "amina", &[Role::Admin]);
    let store = Store::create(&dir.path().join("book.ushirika"), Clock::on(today()), &amina, |act| {
        act.insert_coop(&Coop {
            name: "Coop. minière Mbongu Mboka".to_owned(),
            country: Country::Cd,
            legal_form: LegalForm::Scoops,
            currency: "CDF".to_owned(),
            also: vec!["USD".to_owned()],
            seat: String::new(),
        })?;
        assert_eq!(act.insert_user("amina", &[Role::Admin], "tester")?, 1);
        Ok(())
    })
    .unwrap();
    Book { dir, store, amina }
}

impl Book {
    pub fn path(&self) -> std::path::PathBuf {
        self.store.path().to_owned()
    }

    /// The same book in another program.
    pub fn other(&self) -> Store {
        Store::open(self.store.path(), self.amina.viewer.clone(), Clock::on(today())).unwrap()
    }

    pub fn reader(&self) -> Reader {
        Reader::open(self.store.path(), self.amina.viewer.clone()).unwrap()
    }

    /// Changes rows as no command does.
    pub fn write(&mut self, sql: &str) {
        self.store.act(&self.amina, &WRITE, &[], |act| Ok(act.conn.execute_batch(sql)?)).unwrap();
    }

    /// One member more.
    pub fn add(&mut self, member: &Member) -> i64 {
        self.store.act(&self.amina, &WRITE, &[], |act| act.insert_member(member)).unwrap()
    }
}

/// The n-th of many members, each different.
pub fn member(n: usize) -> Member {
    const SURNAMES: &[&str] = &["Kabeya", "Ilunga", "Mbuyi", "Ngoyi", "Kabongo", "Tshimanga", "Élonga", "Sesay"];
    const VILLAGES: &[&str] = &["Luamuela", "Bakwa Tshimuna", "Éa", ""];
    Member {
        surname: SURNAMES[n % SURNAMES.len()].to_owned(),
        post_name: format!("P{}", n / SURNAMES.len()),
        given_name: if n.is_multiple_of(3) { String::new() } else { format!("G{n}") },
        sex: [Some(Sex::F), Some(Sex::M), None][n % 3],
        birth: Some(Birth::Year(1960 + (n % 40) as i32)),
        phone: format!("+243{:09}", 810_000_000 + n),
        village: VILLAGES[n % VILLAGES.len()].to_owned(),
        site: ["Luamuela", "Bakwa", ""][n % 3].to_owned(),
        status: if n.is_multiple_of(5) { Status::Applicant } else { Status::Active },
        joined_on: (!n.is_multiple_of(5)).then(|| NaiveDate::from_ymd_opt(2020, 1, 1 + (n % 28) as u32).unwrap()),
        ..Member::default()
    }
}

/// Takes an act back, whole.
pub static UNDO: Command = Command { id: "act.undo", roles: &[Role::Clerk], undo: Undo::Whole, pin: false };

/// Every row of the audited tables without what an undo leaves different: `rev`, and the voids of numbers.
pub fn dump(reader: &Reader) -> Vec<String> {
    let mut dump = Vec::new();
    for table in super::audit::TABLES.iter().filter(|t| t.class == Class::Audited && t.name != "number_void") {
        let mut columns = reader.layout(table).unwrap().columns.clone();
        columns.extend(table.derived.iter().map(|c| (*c).to_owned()));
        let sql = format!("SELECT id, json_array({}) FROM {} ORDER BY id", columns.join(","), table.name);
        let mut statement = reader.conn.prepare(&sql).unwrap();
        let rows = statement
            .query_map([], |row| Ok(format!("{} {} {}", table.name, row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        dump.extend(rows.unwrap().map(Result::unwrap));
    }
    for (status, sex, n) in [(Status::Active, None, 0), (Status::Active, Some(Sex::F), 1), (Status::Applicant, None, 2)]
    {
        dump.push(format!("total {n} {}", reader.member_totals().unwrap().count(&[status], sex)));
    }
    dump
}

/// What triggers keep beside the audited tables: counts and the words that are found.
pub fn derived(reader: &Reader) -> Vec<String> {
    const KEPT: &str = "SELECT json_array('member', status, sex, n) FROM member_total WHERE n <> 0
        UNION ALL SELECT json_array('place', site_id, team_id, status, sex, n) FROM place_total WHERE n <> 0
        UNION ALL SELECT json_array('like', key, member_id) FROM member_like ORDER BY 1";
    // compares what is found with what stands in the members, and fails where it differs
    const WORDS: &str = "INSERT INTO member_word (member_word, rank) VALUES ('integrity-check', 1)";
    reader.conn.execute(WORDS, []).unwrap();
    let mut statement = reader.conn.prepare(KEPT).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Fails with what is wrong when the book is not sound.
pub fn assert_sound(reader: &Reader) {
    let report = reader.check().unwrap();
    assert!(report.ok, "{report:#?}");
}

/// How many steps of the database's own machine some work on the book costs: what does not grow with the book uses
/// indexes.
pub fn steps<T>(store: &mut Store, work: impl FnOnce(&mut Store) -> T) -> (T, u64) {
    use std::sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    };
    const EACH: u64 = 20;
    let count = Arc::new(AtomicU64::new(0));
    let counter = count.clone();
    let heard = move || {
        counter.fetch_add(EACH, Ordering::Relaxed);
        false
    };
    store.conn.progress_handler(EACH as i32, Some(heard)).unwrap();
    let out = work(store);
    store.conn.progress_handler(0, None::<fn() -> bool>).unwrap();
    (out, count.load(Ordering::Relaxed))
}
