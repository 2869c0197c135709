//! Stories of calling meetings and founding a cooperative, told through keys, in both languages.

use crate::common::{Book, driver::Driver, driver::count, snap, today};
use proptest::prelude::*;
use ushirika::{
    command::{self, meeting::Start, meeting::Template},
    domain::{
        agenda::{self, Way},
        book::LegalForm,
        meeting::{ITEM, MEETING, ORGAN, State},
        member::{Field, Status},
        noun::Entry,
    },
    store::{Store, meeting_list::MeetingSort},
    text::Lang,
};

/// A meeting of the assembly on a day, called in a language.
fn called(store: &mut Store, book: &Book, kind: &str, on: &str, lang: &str) -> i64 {
    let template = Template::new(LegalForm::Scoops, kind, &Lang::new(lang));
    let mut meeting = Entry::new(&MEETING, ("organ", 0));
    meeting.put("kind", kind);
    meeting.put("held_on", on);
    let organ = template.organs[0].1.clone();
    command::meeting::call(store, &book.session, None, &meeting, &organ, &Start::New(template)).expect("it is called")
}

fn titles(store: &Store, meeting: i64) -> Vec<String> {
    store.items(meeting).unwrap().iter().map(|item| item.entry.get("title").to_owned()).collect()
}

#[test]
fn an_assembly_is_called() {
    for lang in ["en", "fr"] {
        let book = Book::demo(30);
        let mut d = Driver::open(&book, lang);
        d.press("3");
        snap(&format!("meetings-empty-{lang}"), &d.screen());
        d.press("n");
        snap(&format!("meeting-form-{lang}"), &d.screen());
        let kind = if lang == "en" { "Annual" } else { "Assemblée ord" };
        d.press(&format!("\"{kind}\" tab tab \"12/12/26\" tab \"9h30\" tab \"Luamuela\""));
        d.press("tab \"20/11/26\" tab*2 \"3\"");
        snap(&format!("meeting-form-people-{lang}"), &d.screen());
        d.press("f2");
        // 22 days before are in time: nothing to doubt
        d.press("enter");
        snap(&format!("meeting-page-{lang}"), &d.screen());
        let store = book.store();
        let id = store.meetings(MeetingSort::default(), &[]).unwrap()[0];
        let meeting = store.meeting(id).unwrap();
        assert_eq!(meeting.entry.get("time"), "09:30");
        assert!(meeting.entry.get("called_by").ends_with("(0003)"), "{:?}", meeting.entry);
        // the bodies of a simplified cooperative, and the agenda of its kind of meeting, were made with it
        assert_eq!(store.organs().unwrap().len(), 3);
        assert!(titles(&store, id).len() >= 8);
        d.press("esc");
        snap(&format!("meetings-{lang}"), &d.screen());
        d.press("u enter");
        assert!(store.organs().unwrap().is_empty());
        assert!(store.check().unwrap().ok);
    }
}

#[test]
fn a_notice_that_is_late_is_a_doubt_and_no_more() {
    let book = Book::demo(30);
    let mut d = Driver::open(&book, "en");
    d.press("3 n \"Annual\" tab tab \"30/11/26\" tab*3 \"23/11/26\" f2").sees("Save all the same?");
    d.sees("Notice: 7 days before: too late, 15 are asked for (AUSCOOP");
    d.press("enter").sees("The meeting is called").press("enter").sees("! 7 days before: too late");
    // without a notice the day is named by which it was due
    d.to("too late").press("enter ctrl-u f2").sees("not given; it was due by 15/11/2026");
    d.press("esc ctrl-u \"t\" f2").sees("7 days before: too late");
}

#[test]
fn items_move_and_any_other_business_stays() {
    let book = Book::demo(30);
    let mut store = book.store();
    let id = called(&mut store, &book, "ordinary", "2026-12-12", "en");
    let before = titles(&store, id);
    let mut d = Driver::open(&book, "en");
    d.press("3 enter").to("Subject").press("left");
    let now = titles(&store, id);
    let at = |titles: &[String], title: &str| titles.iter().position(|t| t == title).unwrap();
    assert_eq!(at(&now, "Subject"), at(&before, "Subject") - 1);
    // the cursor has gone with it
    d.press("right right");
    assert_eq!(titles(&store, id), before, "nothing goes behind any other business");
    // a new item comes behind the one under the cursor
    d.to("Roll call").press("n \"agenda item\" enter \"Fuel for the pump\" tab \"4\" f2").sees("Fuel for the pump");
    let now = titles(&store, id);
    assert_eq!(at(&now, "Fuel for the pump"), at(&now, "Roll call and quorum") + 1);
    assert!(store.items(id).unwrap()[at(&now, "Fuel for the pump")].entry.get("presenter").ends_with("(0004)"));
    d.to("Any other").press("d").sees("stands on every agenda");
    d.to("Fuel").press("d enter").sees_no("Fuel");
    assert_eq!(titles(&store, id), before);
    d.press("u enter").sees("Fuel for the pump");
    let places: Vec<String> = store.items(id).unwrap().iter().map(|i| i.entry.get("place").to_owned()).collect();
    assert_eq!(places, (1..=places.len()).map(|n| n.to_string()).collect::<Vec<_>>());
    assert!(store.check().unwrap().ok);
}

#[test]
fn a_meeting_is_opened_closed_and_called_again() {
    let book = Book::demo(30);
    let mut store = book.store();
    let id = called(&mut store, &book, "annual", "2026-11-23", "en");
    let mut d = Driver::open(&book, "en");
    d.press("3 enter c").sees("can be called a second time");
    d.press("r").sees("The roll is not open yet");
    d.press("o").sees("Open the roll?").press("enter").sees("The roll is open.");
    let meeting = store.meeting(id).unwrap();
    let active = store.voters().unwrap();
    assert_eq!(meeting.state, State::Open);
    assert_eq!(meeting.eligible, Some(active.len() as u32));
    assert_eq!((meeting.quorum.0.as_str(), meeting.proxies), ("1/2", Some(1)));
    let roll = store.roll(id).unwrap();
    assert_eq!(
        roll.iter().map(|line| line.member).collect::<Vec<_>>(),
        active.iter().map(|v| v.member).collect::<Vec<_>>()
    );
    // who is admitted afterwards does not stand on it, and a body cannot be changed any more
    d.press("o").sees("There is no quorum.").press("enter").sees("The meeting is closed.");
    d.press("c ctrl-u \"5/12/26\" tab*3 \"23/11/26\" f2").sees("The meeting is called");
    d.to("Second call").press("enter").sees("First call").sees("12 days before: in time, 6 are asked for");
    let second = store.second_call(id).unwrap().expect("a second call");
    assert_eq!(titles(&store, second), titles(&store, id));
    d.press("o enter");
    assert_eq!(store.meeting(second).unwrap().quorum.0, "1/4");
    d.press("u enter esc u enter").sees("closed");
    assert!(store.second_call(id).unwrap().is_none());
    assert!(store.check().unwrap().ok);
}

#[test]
fn a_meeting_that_is_not_held_says_so() {
    let book = Book::demo(10);
    let mut store = book.store();
    let id = called(&mut store, &book, "monthly", "2026-12-12", "en");
    let mut d = Driver::open(&book, "en");
    d.press("3 d").sees("Not held?").press("enter").sees("not held");
    assert_eq!(store.meeting_state(id).unwrap(), State::Dropped);
    d.press("enter o").sees("This meeting was not held.");
    d.press("u enter");
    assert_eq!(store.meeting_state(id).unwrap(), State::Planned);
}

#[test]
fn meetings_are_found_by_what_they_are_and_by_words_of_their_agenda() {
    let book = Book::demo(10);
    let mut store = book.store();
    let first = called(&mut store, &book, "annual", "2026-01-12", "fr");
    called(&mut store, &book, "monthly", "2026-12-12", "fr");
    let mut item = Entry::new(&ITEM, ("meeting", first));
    item.put("title", "Réparation de la motopompe");
    command::entry::save(&mut store, &book.session, None, &item).unwrap();
    let mut d = Driver::open(&book, "fr");
    d.press("3").sees("12/12/2026").sees("12/01/2026");
    d.press("/ \"reparation moto\"").sees("12/01/2026").sees_no("12/12/2026");
    d.press("esc / \"mensuelle\"").sees("12/12/2026").sees_no("12/01/2026");
    d.press("esc f down down enter").sees_no("12/12/2026");
    // the bodies of the book stand behind the states
    let mut organ = Entry::new(&ORGAN, ("", 0));
    organ.put("name", "Comité de la pompe");
    organ.put("kind", "other");
    command::entry::save(&mut store, &book.session, None, &organ).unwrap();
    d.look().press("f \"pompe\" enter").sees("Réunions › Comité de la pompe").sees_no("12/01/2026");
    d.press("f \"generale\" enter").sees("› Assemblée générale").sees("12/12/2026").sees("12/01/2026");
    d.press("f home enter").sees_no("› Assemblée");
}

#[test]
fn a_lone_word_for_somebody_is_asked_about_when_members_bear_it() {
    let book = Book::demo(10);
    let name = book.reader().member(book.reader().member_by_number(1).unwrap().unwrap()).unwrap().surname;
    let mut d = Driver::open(&book, "fr");
    d.press("3 n \"annu\" tab tab \"12/12/2026\"").press(&format!("tab*5 \"1\" tab \"{name}\" f2"));
    d.sees(&format!("« {name} » reste écrit ainsi")).sees("(0001)");
    // whoever is not a member stays as typed, without a word
    d.press("esc ctrl-u \"Me Tshilumba\" f2").sees_no("reste écrit ainsi");
}

#[test]
fn a_question_has_the_whole_of_a_low_screen_and_is_read_to_its_end() {
    let book = Book::demo(10);
    called(&mut book.store(), &book, "annual", "2026-12-12", "fr");
    let mut d = Driver::sized(&book, "fr", 40, 10);
    d.press("3 enter o").sees("Ouvrir l’appel ?").sees("9 personnes peuvent voter").sees("↓").sees_no("23/11/2026");
    snap("question-low-fr", &d.screen());
    d.press("down down down down").sees("nous sommes le").sees_no("↓");
    d.press("esc f1").sees("Entrée").sees("étape suivante");
}

#[test]
fn a_cooperative_is_founded_by_twenty_five() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        let mut d = Driver::open(&book, lang);
        d.press("3 n tab tab \"t\" f2");
        if lang == "en" {
            d.sees("Save all the same?");
        }
        d.press("enter enter r");
        snap(&format!("founders-empty-{lang}"), &d.screen());
        for n in 0..25 {
            let name = ["Kabeya", "Ilunga", "Mbuyi", "Ngoyi", "Kabongo"][n % 5];
            let sex = if n % 3 == 0 { "f" } else { "m" };
            let keys = format!("\"{name} Tshala{} Jean {sex} {}\" enter", char::from(b'a' + n as u8), n + 1);
            assert!(count(&keys) < 40);
            d.press(&keys);
        }
        snap(&format!("founders-{lang}"), &d.screen());
        // the last signs before the one above, and the line takes applicants too
        d.press("left esc");
        let store = book.store();
        let id = store.meetings(MeetingSort::default(), &[]).unwrap()[0];
        let roll = store.roll(id).unwrap();
        assert_eq!(roll.len(), 25);
        assert!(roll[23].name.contains("Tshalay"), "{}", roll[23].name);
        let first = store.member(roll[0].member).unwrap();
        assert_eq!((first.status, first.number, first.kept(Field::Shares)), (Status::Applicant, None, "1"));
        snap(&format!("founding-page-{lang}"), &d.screen());
        d.press("a");
        // nothing has adopted the statutes: that is said, and people decide
        d.press("o enter a f2").sees(if lang == "en" { "No motion of this meeting" } else { "Aucune résolution de" });
        d.press("enter");
        let store = book.store();
        let members: Vec<_> = store.roll(id).unwrap().iter().map(|l| store.member(l.member).unwrap()).collect();
        let numbers: Vec<_> = members.iter().map(|m| m.number).collect();
        assert_eq!(numbers, (1..=25).map(Some).collect::<Vec<_>>());
        assert_eq!(members[0].kept(Field::AdmittedBy), "founders");
        assert_eq!(members[0].joined_on, Some(today()));
        assert!(store.check().unwrap().ok);
    }
}

#[test]
fn what_is_refused_in_the_founders_line_comes_back() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("3 n tab tab \"t\" f2 enter enter r \"Kabeya Ngoyi f é\"").sees("KABEYA · Ngoyi · F · 2 shares");
    d.press("enter \"- -\" enter").sees("- -").press("ctrl-u \"kab\"").sees_no("applicant: Down");
    d.press("ctrl-u down enter").sees("KABEYA Ngoyi");
    d.press("esc delete").sees("Off the list: KABEYA Ngoyi").sees("Nobody has signed yet");
    // she is still an applicant, and is found
    d.press("\"kab\"").sees("applicant: Down chooses").press("down enter").sees("Signed: KABEYA Ngoyi");
    let store = book.store();
    assert_eq!(store.voters().unwrap().len(), 0);
    d.press("esc").sees("1 · F 1 · M 0");
}

#[test]
fn a_call_half_typed_waits_for_the_next_start() {
    let book = Book::demo(10);
    let mut d = Driver::open(&book, "en");
    d.press("3 n \"Monthly\" tab tab \"12/12/26\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.sees("Draft, new meeting: 12/12/26")
        .press("enter")
        .sees("Monthly meeting")
        .press("f2")
        .sees("The meeting is called");
    d.sees_no("Draft, new");
}

#[test]
fn two_thousand_stand_on_the_roll_in_one_act() {
    let book = Book::demo(2000);
    let mut store = book.store();
    let id = called(&mut store, &book, "annual", "2026-11-23", "en");
    command::meeting::open(&mut store, &book.session, id).unwrap();
    let roll = store.roll(id).unwrap();
    assert!(roll.len() > 1000);
    assert!(roll.iter().enumerate().all(|(at, line)| line.rank as usize == at + 1));
    let act = store.acts(None, 1).unwrap().remove(0);
    command::act::undo(&mut store, &book.session, act.id).unwrap();
    assert_eq!(store.roll_size(id).unwrap(), 0);
    assert!(store.check().unwrap().ok);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn places_count_from_one_whatever_is_moved_added_and_taken_out(
        steps in prop::collection::vec((0..4usize, 0..14usize), 1..24),
    ) {
        let book = Book::empty();
        let mut store = book.store();
        let id = called(&mut store, &book, "monthly", "2026-12-12", "en");
        for (step, at) in steps {
            let items = store.items(id).unwrap();
            match step {
                0 => {
                    let mut item = Entry::new(&ITEM, ("meeting", id));
                    item.put("title", "Fuel");
                    item.put("place", (at + 1).to_string());
                    command::entry::save(&mut store, &book.session, None, &item).unwrap();
                }
                1 => {
                    if let Some(item) = items.get(at) {
                        let gone = command::entry::remove(&mut store, &book.session, &item.entry);
                        prop_assert_eq!(gone.is_ok(), agenda::may_go(item.entry.get("kind")));
                    }
                }
                2 => command::meeting::move_item(&mut store, &book.session, id, at, Way::Earlier).unwrap(),
                _ => command::meeting::move_item(&mut store, &book.session, id, at, Way::Later).unwrap(),
            }
            let items = store.items(id).unwrap();
            let places: Vec<String> = items.iter().map(|item| item.entry.get("place").to_owned()).collect();
            prop_assert_eq!(places, (1..=items.len()).map(|n| n.to_string()).collect::<Vec<_>>());
            let kinds: Vec<&str> = items.iter().map(|item| item.entry.get("kind")).collect();
            let behind = &kinds[agenda::movable(&kinds)..];
            prop_assert!(behind == [agenda::ANY_OTHER] || behind == [agenda::ANY_OTHER, agenda::CLOSING]);
        }
    }
}
