//! Bodies: who holds office on which day, who stands on a roll, what wants attention.

use crate::{
    domain::{
        mandate::Term,
        meeting::{ACTION, MANDATE, MEETING, ORGAN, State},
        member::Status,
        merge::Merge,
        noun::{Entry, KIN},
    },
    store::{attention::Attention, organ_list::OrganSort, testing::*},
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn day(n: i64) -> NaiveDate {
    let days = Days::new(n.unsigned_abs());
    if n < 0 { today() - days } else { today() + days }
}

fn save(book: &mut Book, entry: &Entry) -> i64 {
    book.store.act(&book.amina, &WRITE, &[], |act| act.put_entry(entry, None)).unwrap()
}

fn organ(book: &mut Book, name: &str, kind: &str) -> i64 {
    let mut organ = Entry::new(&ORGAN, ("", 0));
    organ.put("name", name);
    organ.put("kind", kind);
    save(book, &organ)
}

fn mandate(member: i64, organ: &str, office: &str, term: Term) -> Entry {
    let mut mandate = Entry::new(&MANDATE, ("member", member));
    mandate.put("organ", organ);
    mandate.put("office", office);
    mandate.put("from_on", term.from.to_string());
    mandate.put("until_on", term.until.map(|day| day.to_string()).unwrap_or_default());
    mandate.put("ended_on", term.ended.map(|day| day.to_string()).unwrap_or_default());
    mandate
}

fn meeting(book: &mut Book, organ: i64, kind: &str, on: NaiveDate) -> i64 {
    let mut meeting = Entry::new(&MEETING, ("organ", organ));
    meeting.put("kind", kind);
    meeting.put("held_on", on.to_string());
    save(book, &meeting)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whoever_holds_an_office_is_found_on_each_of_its_days_and_on_no_other(
        terms in prop::collection::vec((0..3usize, -9..9i64, prop::option::of(0..9i64), prop::option::of(0..9i64)), 1..7),
    ) {
        let mut book = book();
        let members: Vec<i64> = (1..4).map(|n| book.add(&member(n))).collect();
        let organ = organ(&mut book, "CG", "committee");
        let mut held = Vec::new();
        for (who, from, until, ended) in terms {
            // what ended is not to come
            let ended = ended.map(|days| day((from + days).min(0))).filter(|ended| *ended >= day(from));
            let term = Term { from: day(from), until: until.map(|days| day(from + days)), ended };
            save(&mut book, &mandate(members[who], "cg", "seat", term));
            held.push((members[who], term));
        }
        for on in (-12..20).map(day) {
            let mut expected: Vec<i64> = Vec::new();
            for (member, _) in held.iter().filter(|(_, term)| term.holds(on)) {
                if !expected.contains(member) {
                    expected.push(*member);
                }
            }
            prop_assert_eq!(book.store.holders(organ, on).unwrap(), expected);
        }
    }
}

#[test]
fn the_roll_is_of_members_of_officers_or_of_founders() {
    let mut book = book();
    let members: Vec<i64> = (0..12).map(|n| book.add(&member(n))).collect();
    let (assembly, committee) = (organ(&mut book, "AG", "assembly"), organ(&mut book, "CG", "committee"));
    let term = Term { from: day(-10), until: Some(day(10)), ended: None };
    for (who, office) in [(members[3], "chair"), (members[1], "treasurer"), (members[3], "adviser")] {
        save(&mut book, &mandate(who, "CG", office, term));
    }
    let held = meeting(&mut book, assembly, "annual", day(5));
    let roll = book.store.eligible(held).unwrap();
    let names = |book: &Book, id: &i64| book.store.member(*id).unwrap();
    assert!(roll.iter().all(|id| names(&book, id).status == Status::Active));
    assert_eq!(roll.len(), members.iter().filter(|id| names(&book, id).status == Status::Active).count());
    assert!(roll.is_sorted_by_key(|id| crate::domain::fold::fold(&names(&book, id).full_name())));
    let now = meeting(&mut book, committee, "monthly", day(5));
    assert_eq!(book.store.eligible(now).unwrap(), [members[3], members[1]]);
    let after = meeting(&mut book, committee, "monthly", day(11));
    assert!(book.store.eligible(after).unwrap().is_empty(), "their term is over by then");
    let founding = meeting(&mut book, assembly, "founding", day(0));
    let signed = [members[5], members[0]];
    book.store
        .act(&book.amina, &WRITE, &[], |act| {
            for (at, member) in signed.iter().enumerate() {
                const LINE: &str =
                    "INSERT INTO attendance (id, meeting_id, member_id, rank, name) VALUES (?1, ?2, ?3, ?4, 'N')";
                let id = act.next_id("attendance")?;
                act.conn.execute(LINE, [id, founding, *member, at as i64 + 1])?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(book.store.eligible(founding).unwrap(), signed);
    let row = book.store.organ_rows(&book.store.organ_ids(OrganSort::Name, &[]).unwrap(), today()).unwrap();
    let row: Vec<_> = row.into_iter().map(|row| (row.name, row.filled, row.next)).collect();
    assert_eq!(row, [("AG".to_owned(), 0, Some(day(0))), ("CG".to_owned(), 2, Some(day(5)))]);
}

#[test]
fn what_wants_attention_is_counted_and_named() {
    let mut book = book();
    let (a, b) = (book.add(&member(1)), book.add(&member(2)));
    let committee = organ(&mut book, "CG", "committee");
    let count = |book: &Book, reason| {
        let rows = book.store.attention_rows(reason, today(), 9).unwrap();
        assert_eq!(rows.len() as i64, book.store.attention(reason, today()).unwrap(), "{reason:?}");
        rows.into_iter().map(|row| row.record).collect::<Vec<_>>()
    };
    let term = |from, until| Term { from: day(from), until: Some(day(until)), ended: None };
    let over = save(&mut book, &mandate(a, "CG", "treasurer", term(-400, -1)));
    let ends = save(&mut book, &mandate(a, "CG", "chair", term(-400, 20)));
    assert_eq!(count(&book, Attention::MandateOver), [over]);
    assert_eq!(count(&book, Attention::MandateEnds(30)), [ends]);
    assert!(count(&book, Attention::MandateEnds(7)).is_empty());
    // somebody follows, or is chosen to
    save(&mut book, &mandate(b, "CG", "treasurer", term(0, 700)));
    let next = save(&mut book, &mandate(b, "CG", "chair", term(21, 700)));
    assert!(count(&book, Attention::MandateOver).is_empty());
    assert!(count(&book, Attention::MandateEnds(30)).is_empty());
    // who resigns leaves the post empty until somebody follows
    let mut gone = book.store.entry(&MANDATE, ends).unwrap();
    gone.put("ended_on", day(-2).to_string());
    save(&mut book, &gone);
    assert!(count(&book, Attention::MandateVacant(12)).is_empty());
    let next = book.store.entry(&MANDATE, next).unwrap();
    book.store.act(&book.amina, &WRITE, &[], |act| act.remove_entry(&next)).unwrap();
    assert_eq!(count(&book, Attention::MandateVacant(12)), [ends]);

    let held = meeting(&mut book, committee, "monthly", day(-20));
    let coming = meeting(&mut book, committee, "monthly", day(9));
    let action = |what: &str, due: NaiveDate| {
        let mut action = Entry::new(&ACTION, ("meeting", held));
        action.put("what", what);
        action.put("due_on", due.to_string());
        action.put("state", "open");
        action
    };
    let late = save(&mut book, &action("peser", day(-1)));
    let due = save(&mut book, &action("payer", day(3)));
    assert_eq!(count(&book, Attention::ActionLate), [late]);
    assert_eq!(count(&book, Attention::ActionDue(7)), [due]);
    assert_eq!(count(&book, Attention::Meeting(30)), [coming]);
    assert!(count(&book, Attention::ToSign).is_empty());
    for (from, to) in [(State::Planned, State::Open), (State::Open, State::Closed), (State::Closed, State::ToSign)] {
        book.store.act(&book.amina, &WRITE, &[], |act| act.set_meeting_state(held, from, to)).unwrap();
    }
    assert_eq!(count(&book, Attention::ToSign), [held]);
    assert_eq!(book.store.record_label("meeting", held).unwrap(), "CG 03/11/2026");
    assert_eq!(book.store.record_label("action", late).unwrap(), "peser");
}

#[test]
fn kin_of_managers_are_known_by_their_numbers() {
    let mut book = book();
    let (a, b) = (book.add(&member(1)), book.add(&member(2)));
    let number = book.store.member(b).unwrap().number.map(|n| n.to_string()).unwrap_or_default();
    assert!(!number.is_empty());
    let mut kin = Entry::new(&KIN, ("member", a));
    for (code, value) in [("name", "Marie"), ("relation", "spouse"), ("number", &*number)] {
        kin.put(code, value);
    }
    save(&mut book, &kin);
    organ(&mut book, "CG", "committee");
    organ(&mut book, "CS", "control");
    let term = Term { from: day(-1), until: Some(day(100)), ended: None };
    save(&mut book, &mandate(a, "CG", "treasurer", term));
    let ids = |book: &Book, entry: &Entry| -> Vec<&str> {
        let doubts = book.store.mandate_doubts(entry, today()).unwrap();
        doubts.into_iter().map(|text| text.id).collect()
    };
    assert_eq!(ids(&book, &mandate(b, "CS", "seat", term)), ["warn-mandate-kin"]);
    assert_eq!(ids(&book, &mandate(a, "CS", "seat", term)), ["warn-mandate-both"]);
    // the other way round: whose kin is written down with somebody else
    save(&mut book, &mandate(b, "CS", "seat", term));
    assert_eq!(ids(&book, &mandate(a, "CG", "chair", term)), ["warn-mandate-kin"]);
    assert!(ids(&book, &mandate(a, "unknown", "chair", term)).is_empty());
}

#[test]
fn mandates_go_with_whoever_two_records_become() {
    let mut book = book();
    let (a, b) = (book.add(&member(1)), book.add(&member(2)));
    let committee = organ(&mut book, "CG", "committee");
    let term = Term { from: day(-1), until: None, ended: None };
    save(&mut book, &mandate(a, "CG", "chair", term));
    save(&mut book, &mandate(b, "CG", "secretary", term));
    let merge = Merge::of(book.store.member(a).unwrap(), book.store.member(b).unwrap());
    book.store.act(&book.amina, &WRITE, &[], |act| act.merge_members(&merge)).unwrap();
    assert_eq!(book.store.holders(committee, today()).unwrap(), [merge.kept.id]);
    let offices = book.store.member_mandates(merge.kept.id, today()).unwrap();
    assert_eq!(offices.len(), 2);
    assert_sound(&book.store);
}
