//! A cooperative is founded, by keys only: called, signed by 25, roll called with proxies and late arrivals, five motions,
//! minutes, signature, paper.

use crate::common::{Book, driver::Driver, snap};
use ushirika::domain::{
    meeting::State,
    roll::Count,
    rule::{Outcome, Votes},
};

/// What the story types that is of a language.
struct Words {
    lang: &'static str,
    /// Titles of items.
    items: [&'static str; 5],
    /// Kinds of motions: statutes, a deal with a leader.
    kinds: [&'static str; 2],
    /// What the vote says before it is saved: one vote short.
    short: &'static str,
    /// Where the paper says who was there.
    figures: [&'static str; 2],
}

const WORDS: [Words; 2] = [
    Words {
        lang: "en",
        items: ["Opening", "Chair and secretary", "Statutes", "Any other business", "Shares subscribed"],
        kinds: ["stat", "deal"],
        short: "one vote short",
        figures: ["22", "REJECTED"],
    },
    Words {
        lang: "fr",
        items: ["Ouverture", "Désignation du bureau", "Statuts", "Divers", "Souscription"],
        kinds: ["stat", "conv"],
        short: "il manque une voix",
        figures: ["22", "REJETÉE"],
    },
];

#[test]
fn a_cooperative_is_founded_by_keys_from_the_call_to_the_paper() {
    for words in WORDS {
        let Words { lang, items: [opening, bureau, statutes, other, capital], kinds, short, figures } = words;
        let book = Book::empty();
        let mut d = Driver::open(&book, lang);
        // called, and signed by twenty-five in their order
        d.press("3 n tab tab \"t\" tab \"9h\" tab \"Luamuela\" tab \"1/11/26\" f2 enter r");
        for n in 0..25 {
            let name = ["Kabeya", "Ilunga", "Mbuyi", "Ngoyi", "Kabongo"][n % 5];
            let sex = if n % 3 == 0 { "f" } else { "m" };
            d.press(&format!("\"{name} Tshala{} Jean {sex} 1\" enter", char::from(b'a' + n as u8)));
        }
        d.press("esc o enter r");
        // nineteen at the door, two proxies, one excused; three come late
        for rank in 1..=19 {
            d.press(&format!("\"{rank}\" enter"));
        }
        d.press("\"20\" f6 \"1\" enter \"21\" f6 \"2\" enter \"25\" f7");
        d.press("\"22\" enter \"23\" enter \"24\" enter");
        snap(&format!("founding-roll-{lang}"), &d.screen());
        d.press("esc e tab tab tab tab tab tab tab tab \"1\" tab \"2\" f2");
        let id = book.reader().meetings(ushirika::store::meeting_list::MeetingSort::default(), &[]).unwrap()[0];
        // five motions: the third needs two thirds, and fails by one vote
        d.to(bureau).press("m \"Confier la présidence à la première signataire\" f2 enter \"u\" f2");
        d.to(capital).press("m \"Fixer la part à 10 000 francs\" f2 enter \"14\" tab \"9\" tab \"1\" f2");
        d.to(statutes).press(&format!("m \"Adopter les statuts\" tab \"{}\" f2 enter \"15\" tab \"9\"", kinds[0]));
        d.sees(short).press("f2");
        d.to(statutes)
            .press(&format!("m \"Adopter les statuts modifiés\" tab \"{}\" f2 enter \"20\" tab \"4\" f2", kinds[0]));
        // whoever rents out the hall does not vote on it
        d.to(other).press(&format!("m \"Louer la salle de la signataire 3\" tab \"{}\" f2", kinds[1]));
        d.press("enter \"u\" shift-tab \"3\" f2");
        let votes = |in_favour, against, abstained| Some(Votes { in_favour, against, abstained, blank: 0 });
        let (adopted, rejected) = (Some(Outcome::Adopted), Some(Outcome::Rejected));
        let motions = book.reader().motions(id).unwrap();
        let taken: Vec<_> = motions.iter().map(|m| (m.outcome(), m.taken.as_ref().and_then(|t| t.votes))).collect();
        assert_eq!(
            taken,
            [
                (adopted, votes(24, 0, 0)),
                (adopted, votes(14, 9, 1)),
                (rejected, votes(15, 9, 0)),
                (adopted, votes(20, 4, 0)),
                (adopted, votes(23, 0, 0)),
            ]
        );
        assert!(
            motions.iter().all(|m| m.taken.as_ref().is_some_and(|t| (t.room.present, t.room.represented) == (22, 2)))
        );
        // the meeting ends, its minutes are written
        d.press("home o enter");
        d.to(opening)
            .press("enter \"La présidente ouvre la séance. @4 demande la parole.\" enter f4 \"quo\" enter f2 esc");
        d.to(statutes).press("enter \"Les statuts sont lus article par article.\" f2 esc");
        snap(&format!("founding-closed-{lang}"), &d.screen());
        // frozen under number 1, printed, signed in ink
        d.press("home o enter");
        assert_eq!(book.reader().meeting(id).unwrap().state, State::ToSign, "{}", d.screen());
        d.press("home o");
        snap(&format!("founding-to-sign-{lang}"), &d.screen());
        d.press("enter f2");
        let meeting = book.reader().meeting(id).unwrap();
        assert_eq!((meeting.state, meeting.number), (State::Signed, Some(1)), "{}", d.screen());
        assert!(book.reader().check().unwrap().ok);
        // what stands on paper is what stands in the book
        d.press("p");
        snap(&format!("founding-papers-{lang}"), &d.screen());
        d.press("down down enter f2");
        snap(&format!("founding-preview-{lang}"), &d.screen());
        let [pdf, paper] = ["pv.pdf", "pv.txt"].map(|name| book.folder().join(name));
        for file in [&pdf, &paper] {
            d.press("f2 ctrl-u").paste(&file.display().to_string()).press("f2");
        }
        assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
        let text = std::fs::read_to_string(&paper).unwrap();
        let count = Count::of(book.reader().roll(id).unwrap().iter());
        assert_eq!((count.present.all, count.represented.all, count.excused.all), (22, 2, 1));
        for figure in figures {
            assert!(text.contains(figure), "{figure}: {text}");
        }
        for motion in &motions {
            let votes = motion.taken.as_ref().and_then(|taken| taken.votes).unwrap();
            assert!(text.contains(&votes.in_favour.to_string()), "{text}");
        }
        snap(&format!("founding-paper-{lang}"), &text);
    }
}
