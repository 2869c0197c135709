//! Hands in the file behind the program's back, with the `sqlite3` of the system: the book refuses, or shows it.

use crate::common::{clock, place::Place};
use std::process::{Command, Output};
use ushirika::{
    command,
    domain::{
        command::{Command as Door, Undo},
        meeting::{ITEM, MEETING, ORGAN, Signed, State},
        noun::{Entry, Noun},
        user::{Role, Session, Viewer},
    },
    store::Store,
};

/// Runs SQL on the book; `None`, and a line that says so, where there is no such program.
fn sqlite3(place: &Place, sql: &str) -> Option<Output> {
    let output = Command::new("sqlite3").arg(place.book()).arg(sql).output();
    if output.is_err() {
        println!("skipped: there is no sqlite3 here");
    }
    output.ok()
}

/// Runs SQL that must succeed.
#[track_caller]
fn done(place: &Place, sql: &str) -> Option<String> {
    let output = sqlite3(place, sql)?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// `check` finds the book damaged; what it prints, for people and for programs.
#[track_caller]
fn damaged(place: &Place) -> (String, serde_json::Value) {
    let (plain, json) = (place.run(&["check"]), place.run(&["check", "--json"]));
    assert_eq!((plain.status.code(), json.status.code()), (Some(4), Some(4)));
    let words = [plain.stdout, plain.stderr].concat();
    (String::from_utf8_lossy(&words).into_owned(), serde_json::from_slice(&json.stdout).expect("one JSON document"))
}

#[test]
fn one_byte_in_the_log_shows_and_the_act_is_named() {
    let place = Place::with_demo(12);
    let change =
        "SELECT id FROM change WHERE tbl = 'member' AND image LIKE '%ILUNGA%' OR image LIKE '%Ilunga%' LIMIT 1";
    let Some(change) = done(&place, change) else { return };
    let act = done(&place, &format!("SELECT act_id FROM change WHERE id = {change}")).expect("it is there");
    done(&place, &format!("UPDATE change SET image = replace(image, 'lunga', 'lungo') WHERE id = {change}"));
    let (words, json) = damaged(&place);
    assert_eq!(json["ok"], false);
    assert_eq!(json["chain"]["broken_at"].to_string(), act);
    assert!(words.contains(&act), "{words}");
}

#[test]
fn one_byte_in_a_record_shows_and_the_record_is_named() {
    let place = Place::with_demo(12);
    let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let Some(drop) = done(&place, triggers) else { return };
    let kept = done(&place, "SELECT group_concat(sql, ';' || char(10)) FROM sqlite_schema WHERE type = 'trigger'");
    let id = done(&place, "SELECT id FROM member WHERE number = 7").expect("a member");
    done(&place, &format!("{drop}; UPDATE member SET phone = '+243000000000' WHERE number = 7"));
    let (words, json) = damaged(&place);
    assert_eq!(json["ok"], false);
    assert!(words.contains("member") && words.contains(&id), "{words}");
    // somebody thorough puts the triggers back: the record still shows
    done(&place, &kept.expect("triggers"));
    let (words, json) = damaged(&place);
    assert_eq!((json["ok"].as_bool(), json["chain"].as_str()), (Some(false), Some("ok")));
    assert!(words.contains("member") && words.contains(&id), "{words}");
}

#[test]
fn a_plain_write_is_refused_by_the_book_itself() {
    let place = Place::with_demo(12);
    for sql in [
        "UPDATE member SET phone = '1' WHERE number = 7",
        "DELETE FROM member WHERE number = 7",
        "INSERT INTO member (id, surname, status) VALUES (999, 'X', 'active')",
        "UPDATE user SET roles = 'admin'",
    ] {
        let Some(output) = sqlite3(&place, sql) else { return };
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && complaint.contains("only_ushirika_writes_this_book"), "{sql}: {complaint}");
        assert!(complaint.contains(' ') && complaint.trim().len() > 40, "no sentence: {complaint}");
    }
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
}

/// What the story of the meeting does elsewhere.
static HELD: Door = Door { id: "test.held", roles: &[Role::Secretary], undo: Undo::Whole, pin: false };

/// A cooperative with the minutes of one meeting, signed; the meeting and its item.
fn signed() -> (Place, i64, i64) {
    let place = Place::with_demo(12);
    let viewer = Viewer { user_id: Some(1), roles: vec![Role::Admin] };
    let session = Session { viewer: viewer.clone(), name: "amina".into(), proved: true, ..Session::default() };
    let mut store = Store::open(&place.book(), viewer, clock()).expect("the book opens");
    let save = |store: &mut Store, noun: &'static Noun, owner: (&'static str, i64), values: &[(&str, &str)]| {
        let mut entry = Entry::new(noun, owner);
        for (code, value) in values {
            entry.put(code, *value);
        }
        command::entry::save(store, &session, None, &entry).expect("it is saved")
    };
    let organ = save(&mut store, &ORGAN, ("", 0), &[("name", "Comité"), ("kind", "committee")]);
    let held =
        [("organ", "Comité"), ("kind", "monthly"), ("held_on", "2026-11-20"), ("chair", "A"), ("secretary", "B")];
    let meeting = save(&mut store, &MEETING, ("organ", organ), &held);
    let item =
        save(&mut store, &ITEM, ("meeting", meeting), &[("place", "1"), ("title", "Sujet"), ("kind", "subject")]);
    let (rev, text) = (store.entry(&ITEM, item).expect("an item").rev, "Adopté à l’unanimité.".to_owned());
    let written = command::minutes::Written { meeting, item, rev, title: String::new(), text };
    command::minutes::write(&mut store, &session, None, &written).expect("written");
    store
        .act(&session, &HELD, &[], |act| {
            act.set_meeting_state(meeting, State::Planned, State::Open)?;
            act.set_meeting_state(meeting, State::Open, State::Closed)
        })
        .expect("it is held");
    let closed = store.meeting(meeting).expect("a meeting");
    command::minutes::freeze(&mut store, &session, &closed).expect("frozen");
    let signed = Signed { on: Some(crate::common::today()), by: "A".into(), page: "3".into() };
    let frozen = store.meeting(meeting).expect("a meeting");
    command::minutes::sign(&mut store, &session, None, &frozen, &signed, "").expect("signed");
    (place, meeting, item)
}

#[test]
fn signed_minutes_that_were_changed_show_and_the_meeting_is_named() {
    for change in [
        "UPDATE agenda_item SET text = replace(text, 'unanimité', 'majorité') WHERE id = {item}",
        "UPDATE meeting SET chair = 'C' WHERE id = {meeting}",
        "DELETE FROM agenda_item WHERE id = {item}",
    ] {
        let (place, meeting, item) = signed();
        assert_eq!(place.json(&["check", "--json"])["ok"], true);
        let change = change.replace("{item}", &item.to_string()).replace("{meeting}", &meeting.to_string());
        let Some(refused) = sqlite3(&place, &change) else { return };
        assert!(!refused.status.success(), "the book itself refuses");
        // somebody thorough takes the guards away and puts them back
        let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        let drop = done(&place, triggers).expect("triggers");
        let kept = done(&place, "SELECT group_concat(sql, ';' || char(10)) FROM sqlite_schema WHERE type = 'trigger'");
        done(&place, &format!("{drop}; {change}"));
        done(&place, &kept.expect("triggers"));
        let (words, json) = damaged(&place);
        assert_eq!((json["ok"].as_bool(), json["chain"].as_str()), (Some(false), Some("ok")));
        assert!(words.contains("meeting") && words.contains(&meeting.to_string()), "{words}");
        assert!(words.contains("not what was frozen"), "{words}");
    }
}
