//! Every command that can be undone is, and all audited tables are as they were.

use crate::{
    command::{
        COMMANDS, act, bulk, bylaw, coop, entry, find, founder,
        import::{self, Enter, Incoming},
        meeting::{self, Start, Template},
        member::{self, Admission, Step},
        merge,
        minutes::{self, Written},
        place::{self, Place},
        procedure,
        roll::{self, Limit},
        user,
    },
    domain::{
        account::FUND,
        agenda::Way,
        book::{Coop, Country, LegalForm},
        command::Undo,
        day::Order,
        meeting::{CORRECTION, MEETING, Signed},
        member::{Field, Member, Reading, Status},
        merge::Merge,
        noun::{self, Entry},
        rule::{Own, Rule},
        user::Role,
    },
    store::{Act, Error, Result, testing::*},
    text::Lang,
};
use std::collections::BTreeSet;

type Run = fn(&mut Book) -> Result<()>;

/// One way to run each command that can be undone, on a book with members 1 (active) and 2 (applicant) and user `jp`.
const RUNS: &[(&str, Run)] = &[
    ("coop.edit", |b| {
        let coop = Coop { name: "Autre".to_owned(), also: vec![], ..b.store.coop()? };
        coop::edit(&mut b.store, &b.amina, 1, &coop)
    }),
    ("member.add", |b| member::save(&mut b.store, &b.amina, None, &member(13)).map(drop)),
    ("member.form", |b| {
        let mut new = member(15);
        new.put(Field::FormNumber, "F-1".to_owned());
        member::save_form(&mut b.store, &b.amina, None, &new).map(drop)
    }),
    ("member.edit", |b| {
        let old = b.store.member(1)?;
        let new = Member { id: 1, rev: old.rev, status: Status::Suspended, site: "Neuf".to_owned(), ..member(14) };
        member::save(&mut b.store, &b.amina, None, &new).map(drop)
    }),
    ("member.admit", |b| member::admit(&mut b.store, &b.amina, &[2], &admission()).map(drop)),
    ("member.validate", |b| member::validate(&mut b.store, &b.amina, &[1], today(), "AG 2026")),
    ("procedure.open", |b| {
        let step =
            Step { status: Status::Deceased, on: today(), reason: "éboulement".to_owned(), decision: String::new() };
        let rev = b.store.member(1)?.rev;
        procedure::open(&mut b.store, &b.amina, None, (1, rev), &step).map(drop)
    }),
    ("member.merge", |b| {
        let (kept, gone) = (b.store.member(1)?, b.store.member(2)?);
        merge::merge(&mut b.store, &b.amina, &Merge::of(kept, gone))
    }),
    ("member.distinct", |b| merge::tell_apart(&mut b.store, &b.amina, (1, 2), "frères").map(drop)),
    ("member.status", |b| {
        let step = Step { status: Status::Excluded, on: today(), reason: "vol".to_owned(), decision: "CA".to_owned() };
        let rev = b.store.member(1)?.rev;
        member::set_status(&mut b.store, &b.amina, 1, rev, &step)
    }),
    ("member.archive", |b| member::archive(&mut b.store, &b.amina, &[1, 2], today(), "parti")),
    ("member.move", |b| {
        let to = Place { site: "Neuf".to_owned(), team: "Puits 7".to_owned() };
        place::move_members(&mut b.store, &b.amina, &[1, 2], &to, today()).map(drop)
    }),
    ("member.bulk", |b| {
        let step = Step { status: Status::Suspended, on: today(), reason: String::new(), decision: String::new() };
        let fields = vec![(Field::Site, "Neuf".to_owned())];
        let change = bulk::Change { fields, note: "n".to_owned(), step: Some(step) };
        let reading = Reading { today: today(), country: Country::Cd, order: Order::Dmy };
        let plan = bulk::plan(&b.store, &[1, 2], change, reading, &mut |_| true)?;
        bulk::apply(&mut b.store, &b.amina, &plan, &mut |_| true).map(drop)
    }),
    ("member.merge", |b| {
        let both = Merge::of(b.store.member(1)?, b.store.member(2)?);
        merge::merge(&mut b.store, &b.amina, &both)
    }),
    ("member.distinct", |b| merge::tell_apart(&mut b.store, &b.amina, (1, 2), "two sisters")),
    ("member.import", |b| {
        let rows = (0..9).map(|n| Incoming {
            row: n + 2,
            member: Member { former_number: "F1".to_owned(), note: "n".to_owned(), ..member(n + 20) },
            given: vec![Field::Surname, Field::FormerNumber, Field::Note],
            issues: Vec::new(),
        });
        let plan = import::plan(&b.store, rows, Enter::Admitted(None), today(), &mut |_| true)?;
        import::import(&mut b.store, &b.amina, &plan, "x.csv", &mut |_| true).map(drop)
    }),
    ("entry.save", |b| {
        let mut card = Entry::new(&noun::CARD, ("member", 1));
        card.put("kind", "miner");
        card.put("number", "CD-77");
        card.put("fee", "40.00 USD");
        card.put("expires_on", "2027-01-31");
        entry::save(&mut b.store, &b.amina, None, &card).map(drop)
    }),
    ("entry.set-up", |b| {
        let mut fund = Entry::new(&FUND, ("", 0));
        fund.put("name", "Caisse sociale");
        fund.put("kind", "social");
        entry::save(&mut b.store, &b.amina, None, &fund).map(drop)
    }),
    ("entry.remove", |b| {
        let kin = b.store.entries(&noun::KIN, ("member", 1))?.remove(0);
        entry::remove(&mut b.store, &b.amina, &kin)
    }),
    ("organ.begin", |b| meeting::begin(&mut b.store, &b.amina, &template("annual").organs)),
    ("meeting.call", |b| call(b, "annual", &Start::New(template("annual"))).map(drop)),
    ("meeting.again", |b| call(b, "annual", &Start::Again(CLOSED)).map(drop)),
    ("meeting.edit", |b| {
        let mut entry = b.store.meeting(PLANNED)?.entry;
        entry.put("title", "AG 2026");
        meeting::save(&mut b.store, &b.amina, None, &entry, "Management committee")
    }),
    ("meeting.agenda", |b| meeting::move_item(&mut b.store, &b.amina, PLANNED, 1, Way::Later)),
    ("meeting.open", |b| meeting::open(&mut b.store, &b.amina, PLANNED)),
    ("meeting.close", |b| meeting::close(&mut b.store, &b.amina, OPEN)),
    ("meeting.drop", |b| meeting::call_off(&mut b.store, &b.amina, PLANNED)),
    ("minutes.write", |b| {
        let item = b.store.items(OPEN)?.remove(0).entry;
        let text = "La séance est ouverte.".to_owned();
        let written = Written { meeting: OPEN, item: item.id, rev: item.rev, title: String::new(), text };
        minutes::write(&mut b.store, &b.amina, None, &written).map(drop)
    }),
    ("minutes.correct", |b| {
        let mut correction = Entry::begun(&CORRECTION, ("meeting", CLOSED), today());
        correction.put("text", "Lire 15 000 et non 1 500.");
        minutes::correct(&mut b.store, &b.amina, None, &correction, Some(OPEN)).map(drop)
    }),
    ("bylaw.save", |b| bylaw::save(&mut b.store, &b.amina, None, &own("2/3")).map(drop)),
    ("bylaw.remove", |b| {
        let own = b.store.own_rule("assembly.quorum-second")?.expect("it was entered");
        bylaw::remove(&mut b.store, &b.amina, &own)
    }),
    ("founder.add", |b| founder::add(&mut b.store, &b.amina, FOUNDING, &member(21)).map(drop)),
    ("founder.order", |b| {
        let line = b.store.roll(FOUNDING)?.remove(0);
        founder::reorder(&mut b.store, &b.amina, &line, FOUNDING, Way::Later)
    }),
    ("founder.remove", |b| {
        let line = b.store.roll(FOUNDING)?.remove(0);
        founder::remove(&mut b.store, &b.amina, &line, FOUNDING)
    }),
    ("roll.arrive", |b| {
        let line = line(b, 2);
        roll::arrive(&mut b.store, &b.amina, line).map(drop)
    }),
    ("roll.leave", |b| {
        let line = line(b, 0);
        roll::leave(&mut b.store, &b.amina, line).map(drop)
    }),
    ("roll.excuse", |b| {
        let line = line(b, 2);
        roll::excuse(&mut b.store, &b.amina, line).map(drop)
    }),
    ("roll.absent", |b| {
        let line = line(b, 0);
        roll::miss(&mut b.store, &b.amina, line).map(drop)
    }),
    ("roll.proxy", |b| {
        let (giver, holder) = (line(b, 2), line(b, 0));
        let kept = roll::represent(&mut b.store, &b.amina, giver, holder, Limit::Kept);
        assert_eq!(kept.unwrap_err().text().id, "err-proxy-limit");
        roll::represent(&mut b.store, &b.amina, giver, holder, Limit::Passed).map(drop)
    }),
    ("roll.withdraw", |b| {
        let line = line(b, 1);
        roll::withdraw(&mut b.store, &b.amina, line).map(drop)
    }),
    ("roll.all", |b| roll::everybody(&mut b.store, &b.amina, OPEN).map(drop)),
    ("roll.add", |b| roll::add(&mut b.store, &b.amina, OPEN, NEWCOMER, "admise ce jour").map(drop)),
    ("user.add", |b| user::add(&mut b.store, &b.amina, "ana", &[Role::Clerk], "", Some("1234")).map(drop)),
    ("user.role", |b| {
        let jp = b.store.user_by_name("jp")?.unwrap();
        user::role(&mut b.store, &b.amina, &jp, &[Role::Admin, Role::Auditor])
    }),
    ("user.remove", |b| {
        let jp = b.store.user_by_name("jp")?.unwrap();
        user::remove(&mut b.store, &b.amina, &jp)
    }),
    ("user.member", |b| {
        let jp = b.store.user_by_name("jp")?.unwrap();
        user::bind(&mut b.store, &b.amina, &jp, Some(1))
    }),
    ("user.system", |b| {
        let jp = b.store.user_by_name("jp")?.unwrap();
        user::system(&mut b.store, &b.amina, &jp, "server")
    }),
];

fn admission() -> Admission {
    Admission {
        on: Some(today()),
        by: "committee".to_owned(),
        decision: "CG 12".to_owned(),
        validated_on: Some(today()),
        validated_by: "AG 2026".to_owned(),
    }
}

/// The meetings of [`prepared_for`].
const CLOSED: i64 = 1;
const OPEN: i64 = 2;
const PLANNED: i64 = 3;
const FOUNDING: i64 = 4;
/// Whoever is admitted after the roll was opened.
const NEWCOMER: i64 = 5;

/// A line of the roll that is open: the first is in the room and votes for the second.
fn line(b: &Book, at: usize) -> i64 {
    b.store.roll(OPEN).unwrap()[at].id
}

fn template(kind: &str) -> Template {
    Template::new(LegalForm::Scoops, kind, &Lang::new("en"))
}

fn call(b: &mut Book, kind: &str, start: &Start) -> Result<i64> {
    let mut entry = Entry::new(&MEETING, ("organ", 0));
    entry.put("kind", kind);
    entry.put("held_on", today().to_string());
    meeting::call(&mut b.store, &b.amina, None, &entry, "General assembly", start)
}

/// A rule of the cooperative's own.
fn own(value: &str) -> Own {
    let rule = Rule {
        code: "assembly.quorum".to_owned(),
        value: value.to_owned(),
        reference: "art. 12".to_owned(),
        certainty: None,
    };
    Own { id: 0, rev: 0, rule, note: String::new() }
}

/// What a command needs: those of meetings four of them, with a founder beside.
fn prepared_for(command: &str) -> Book {
    let mut book = prepared();
    if command.starts_with("roll.") {
        for n in [2, 3] {
            book.add(&member(n));
        }
    }
    if command == "bylaw.remove" {
        let own = Own { rule: Rule { code: "assembly.quorum-second".to_owned(), ..own("1/5").rule }, ..own("1/5") };
        bylaw::save(&mut book.store, &book.amina, None, &own).unwrap();
    }
    if ["meeting.", "minutes.", "founder.", "roll."].iter().any(|area| command.starts_with(area)) {
        let kinds = ["ordinary", "annual", "annual", meeting::FOUNDING];
        let ids = kinds.map(|kind| call(&mut book, kind, &Start::New(template(kind))).unwrap());
        assert_eq!(ids, [CLOSED, OPEN, PLANNED, FOUNDING]);
        for id in [CLOSED, OPEN] {
            meeting::open(&mut book.store, &book.amina, id).unwrap();
        }
        meeting::close(&mut book.store, &book.amina, CLOSED).unwrap();
        if command == "minutes.correct" {
            let sign = |act: &Act| {
                act.freeze_minutes(&act.meeting(CLOSED)?)?;
                act.sign_minutes(&act.meeting(CLOSED)?, &Signed { on: Some(today()), ..Signed::default() })
            };
            book.store.act(&book.amina, &WRITE, &[], sign).unwrap();
        }
        if command.starts_with("roll.") {
            let (first, second) = (line(&book, 0), line(&book, 1));
            roll::arrive(&mut book.store, &book.amina, first).unwrap();
            roll::represent(&mut book.store, &book.amina, second, first, Limit::Kept).unwrap();
            assert_eq!(book.add(&member(22)), NEWCOMER);
            return book;
        }
        for n in [30, 31] {
            founder::add(&mut book.store, &book.amina, FOUNDING, &member(n)).unwrap();
        }
    }
    book
}

fn prepared() -> Book {
    let mut book = book();
    for n in [1, 5] {
        book.add(&member(n));
    }
    user::add(&mut book.store, &book.amina, "jp", &[Role::Clerk], "", None).unwrap();
    let mut kin = Entry::new(&noun::KIN, ("member", 1));
    kin.put("name", "Mado");
    kin.put("relation", "spouse");
    entry::save(&mut book.store, &book.amina, None, &kin).unwrap();
    book
}

/// The ways that stand beside their own tests, each with the book that it needs.
type Other = (&'static [(&'static str, Run)], fn() -> Book);
const OTHERS: &[Other] = &[
    (super::motion::RUNS, super::motion::held),
    (super::payment::RUNS, super::payment::prepared),
    (super::voucher::RUNS, super::voucher::asked),
    (super::close::RUNS, super::close::paid),
    (super::savings::RUNS, prepared),
];

#[test]
fn the_undo_of_every_command_leads_back_to_the_start_and_the_redo_forward_again() {
    let runs = RUNS.iter().map(|(name, run)| (name, run, prepared_for(name)));
    let others = OTHERS.iter().flat_map(|(runs, book)| runs.iter().map(|(name, run)| (name, run, book())));
    for (name, run, mut book) in runs.chain(others) {
        let start = dump(&book.store);
        run(&mut book).unwrap();
        let done = dump(&book.store);
        assert_ne!(start, done, "{name}");
        let last = book.store.last_undoable(1).unwrap().unwrap();
        assert_eq!(last.command, *name);
        let amina = book.amina.clone();
        act::undo(&mut book.store, &amina, last.id).unwrap();
        assert_eq!(dump(&book.store), start, "{name}");
        let again = book.store.last_redoable(1).unwrap().unwrap();
        assert_eq!(act::refusal(&book.store, &again).unwrap(), None);
        act::undo(&mut book.store, &amina, again.id).unwrap();
        assert_eq!(dump(&book.store), done, "{name}");
        let line = book.store.acts(None, 1).unwrap().remove(0);
        assert_eq!((line.command.as_str(), line.args[0].1.as_str()), ("act.redo", *name));
        // and back once more: the redo itself is taken back
        act::undo(&mut book.store, &amina, line.id).unwrap();
        assert_eq!(dump(&book.store), start, "{name}");
        assert_sound(&book.store);
    }
}

#[test]
fn every_command_that_can_be_undone_is_tested() {
    let others = OTHERS.iter().flat_map(|(runs, _)| runs.iter());
    let tested: BTreeSet<&str> = RUNS.iter().chain(others).map(|(name, _)| *name).collect();
    for command in COMMANDS.iter().filter(|c| matches!(c.undo, Undo::Whole | Undo::ByRecord)) {
        assert!(
            tested.contains(command.id) || command.id.starts_with("act.") || command.id.starts_with("demo."),
            "{}",
            command.id
        );
        assert!(std::ptr::eq(find(command.id).unwrap(), *command), "{} names one command", command.id);
    }
}

#[test]
fn whoever_takes_an_act_back_needs_what_the_act_needed() {
    let mut book = prepared();
    let amina = book.amina.clone();
    let admitted = {
        member::admit(&mut book.store, &amina, &[2], &admission()).unwrap();
        book.store.last_act().unwrap()
    };
    let jp = session(2, "jp", &[Role::Clerk]);
    assert!(matches!(act::undo(&mut book.store, &jp, admitted), Err(Error::Denied(_))));
    act::undo(&mut book.store, &amina, admitted).unwrap();
    assert_eq!(act::undo(&mut book.store, &amina, 1).unwrap_err().text().id, "err-undo-never");
    assert_eq!(book.store.member(2).unwrap().number, None);
}

#[test]
fn a_clerk_enters_applicants_and_a_secretary_admits() {
    let mut book = prepared();
    let jp = session(2, "jp", &[Role::Clerk]);
    let error = |result: Result<Member>| result.unwrap_err().text().id;
    assert_eq!(error(member::save(&mut book.store, &jp, None, &member(1))), "err-denied");
    let saved = member::save(&mut book.store, &jp, None, &Member { number: Some(99), ..member(5) }).unwrap();
    assert_eq!((saved.number, saved.status), (None, Status::Applicant));
    let unchanged = member::save(&mut book.store, &jp, None, &saved).unwrap();
    assert_eq!((unchanged.rev, book.store.last_act().unwrap()), (1, 6), "nothing changed is no act");
    let promoted = Member { status: Status::Active, ..saved.clone() };
    assert_eq!(error(member::save(&mut book.store, &jp, None, &promoted)), "err-denied");
    let amina = book.amina.clone();
    let admitted = member::save(&mut book.store, &amina, None, &promoted).unwrap();
    assert_eq!((admitted.number, admitted.joined_on), (Some(2), Some(today())));
    let edited = Member { phone: String::new(), ..saved };
    assert_eq!(error(member::save(&mut book.store, &jp, None, &edited)), "err-stale");
    let back = Member { status: Status::Applicant, ..admitted.clone() };
    assert_eq!(error(member::save(&mut book.store, &amina, None, &back)), "err-status-step");
    let tomorrow = Step {
        status: Status::Suspended,
        on: today() + chrono::Days::new(1),
        reason: String::new(),
        decision: String::new(),
    };
    let refused = member::set_status(&mut book.store, &jp, admitted.id, admitted.rev, &tomorrow).unwrap_err();
    assert_eq!(refused.text().id, "err-day-future");
    assert_eq!(error(member::save(&mut book.store, &amina, None, &Member::default())), "err-surname");
    let mixed = member::admit(&mut book.store, &amina, &[2, admitted.id], &admission()).unwrap_err();
    assert_eq!(mixed.text().id, "err-status-step");
    assert_eq!(book.store.member(2).unwrap().number, None, "all or none");
}

#[test]
fn saving_takes_the_draft_away_and_a_refusal_leaves_it() {
    let mut book = prepared();
    let dead = crate::domain::user::Session { id: "x/1/00000000-1".to_owned(), ..book.amina.clone() };
    let draft = book.store.put_draft(&dead, "member/1", 0, 0, "{\"surname\":\"K\"}").unwrap();
    assert_eq!(book.store.put_draft(&dead, "member/1", 0, 0, "{\"surname\":\"Ka\"}").unwrap(), draft);
    assert_eq!(book.store.drafts("").unwrap()[0].body, "{\"surname\":\"Ka\"}");
    let jp = session(2, "jp", &[Role::Clerk]);
    member::save(&mut book.store, &jp, Some("member/1"), &member(1)).unwrap_err();
    assert_eq!(book.store.drafts("").unwrap().len(), 1);
    member::save(&mut book.store, &book.amina, Some("member/1"), &member(1)).unwrap();
    assert_eq!(book.store.drafts("").unwrap().len(), 0);
}

#[test]
fn the_number_of_a_form_that_somebody_else_bears_by_now_does_not_come_back() {
    let mut book = book();
    let with = |n: usize, form: &str| {
        let mut member = member(n);
        member.put(Field::FormNumber, form.to_owned());
        member
    };
    let first = member::save(&mut book.store, &book.amina, None, &with(1, "F-1")).unwrap();
    let other = Member { id: first.id, rev: first.rev, number: first.number, ..with(1, "F-2") };
    member::save(&mut book.store, &book.amina, None, &other).unwrap();
    let act = book.store.last_act().unwrap();
    let taken = member::save_form(&mut book.store, &book.amina, None, &with(2, "f-2")).unwrap_err();
    assert_eq!(taken.text().id, "err-form-taken");
    member::save_form(&mut book.store, &book.amina, None, &with(2, "f-1")).unwrap();
    assert_eq!(act::undo(&mut book.store, &book.amina, act).unwrap_err().text().id, "err-undo-taken");
    assert_sound(&book.store);
}
