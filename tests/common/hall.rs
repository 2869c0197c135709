//! A meeting whose roll is open, and doors at which people arrive.

use super::{Book, driver::Driver};
use ushirika::{
    command,
    domain::{
        meeting::{MEETING, ORGAN},
        member::{Member, Sex, Status},
        noun::Entry,
    },
    tui::screen::meetings::roll,
};

const SURNAMES: [&str; 12] = [
    "Kabeya",
    "Tshimanga",
    "Mwamba",
    "Ilunga",
    "Élonga",
    "Bukasa",
    "Nsimba",
    "Ohandju",
    "Lubaki",
    "Feza",
    "Dibwe",
    "Yoka",
];
const POST_NAMES: [&str; 7] = ["Ngoyi", "Elesi", "Mutombo", "Kalonji", "Bope", "Shako", "Lusamba"];
const GIVEN_NAMES: [&str; 5] = ["Éléonore", "Jean", "Bénédicte", "Paul", "Chantal"];

/// A book with so many active members, numbers 1 and on, every third a woman, and an assembly of theirs that is open.
pub fn hall(members: usize) -> (Book, i64) {
    let book = Book::empty();
    for n in 0..members {
        newcomer(&book, n);
    }
    let meeting = planned(&book, "annual");
    command::meeting::open(&mut book.store(), &book.session, meeting).expect("it is opened");
    (book, meeting)
}

/// The n-th active member.
pub fn newcomer(book: &Book, n: usize) -> i64 {
    let member = Member {
        surname: SURNAMES[n % 12].into(),
        post_name: POST_NAMES[n / 12 % 7].into(),
        given_name: GIVEN_NAMES[n % 5].into(),
        sex: Some(if n.is_multiple_of(3) { Sex::F } else { Sex::M }),
        status: Status::Active,
        joined_on: Some(super::today()),
        ..Member::default()
    };
    command::member::save(&mut book.store(), &book.session, None, &member).expect("a member").id
}

/// An assembly of a kind that is planned.
pub fn planned(book: &Book, kind: &str) -> i64 {
    let mut store = book.store();
    let mut organ = Entry::new(&ORGAN, ("", 0));
    organ.put("name", "Assemblée générale");
    organ.put("kind", "assembly");
    let organ = command::entry::save(&mut store, &book.session, None, &organ).expect("a body");
    let mut meeting = Entry::new(&MEETING, ("organ", organ));
    meeting.put("kind", kind);
    meeting.put("title", "AG 2026");
    meeting.put("held_on", "2026-11-23");
    command::entry::save(&mut store, &book.session, None, &meeting).expect("a meeting")
}

/// A door of the meeting at 80×24.
pub fn door(book: &Book, meeting: i64, lang: &str) -> Driver {
    sized_door(book, meeting, lang, (80, 24))
}

/// A door of the meeting in a terminal of that size.
pub fn sized_door(book: &Book, meeting: i64, lang: &str, (width, height): (u16, u16)) -> Driver {
    let mut door = Driver::sized(book, lang, width, height);
    let screen = roll::screen(meeting, &door.app.cx).expect("the meeting is there");
    door.app.push(Box::new(screen)).expect("the program goes on");
    door.settle();
    door
}
