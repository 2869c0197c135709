//! How the made-up cooperative has met: its bodies and who sits in them, the founding, an assembly a year, the meetings
//! of the committee in the last twelve months, and what is called for next month. Larger cooperatives meet by delegates.

use super::{Demo, chance::Chance, list::List};
use crate::domain::{
    book::Country,
    bylaws::Bylaws,
    fold::fold,
    meeting::{ACTION, GUEST, MEETING, MOTION, Signed, State},
    member::{Member, Sex, Status},
    minutes::Record,
    noun::Entry,
    roll::{Attendance, Presence},
    rule::Votes,
};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Members up to whom everybody stands on the roll of an assembly; of more, so many are delegates.
const ALL: u64 = 250;
const DELEGATES: u64 = 150;
/// The first so many can hold offices, and are delegates in any case.
const ELDERS: i64 = 60;
/// Years of a term of office.
const TERM: i32 = 3;
/// The fewest members that fill all posts.
const FEWEST: usize = 16;

/// The bodies, by their kinds.
pub const ORGANS: [&str; 3] = ["assembly", "committee", "control"];
/// The posts: the place of the body among [`ORGANS`], and the office.
const POSTS: [(usize, &str); 10] = [
    (1, "chair"),
    (1, "vice_chair"),
    (1, "secretary"),
    (1, "treasurer"),
    (1, "women_rep"),
    (1, "adviser"),
    (1, "adviser"),
    (2, "auditor"),
    (2, "auditor"),
    (2, "auditor"),
];

/// Somebody who may stand on a roll.
#[derive(Clone, Debug)]
pub struct Voter {
    /// Identity in the book.
    pub member: i64,
    /// The number.
    pub number: i64,
    /// The whole name.
    pub name: String,
    /// The sex.
    pub sex: Option<Sex>,
    /// Day of admission.
    pub joined_on: NaiveDate,
    /// When the person ceased to be active.
    pub left_on: Option<NaiveDate>,
}

/// A post that somebody held, or holds.
#[derive(Clone, Debug)]
pub struct Term {
    /// Place of the body among [`ORGANS`].
    pub organ: usize,
    /// Code of the post.
    pub office: &'static str,
    /// Place of the holder among the voters.
    pub holder: usize,
    /// Since when.
    pub from_on: NaiveDate,
    /// Until when.
    pub until_on: NaiveDate,
}

/// A meeting with everything that was written down of it. What belongs to an item has the item's place as its `item_id`.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// Place of the body among [`ORGANS`].
    pub organ: usize,
    /// What calls it.
    pub meeting: Entry,
    /// How far it has come.
    pub state: State,
    /// When it began and ended.
    pub hours: (&'static str, &'static str),
    /// Kind and minutes of each item.
    pub items: Vec<(String, String)>,
    /// The roll as it was when the meeting ended; who holds a proxy is named by the place.
    pub roll: Vec<Attendance>,
    /// Guests.
    pub guests: Vec<Entry>,
    /// What was moved, with the votes of each.
    pub motions: Vec<(Entry, Votes)>,
    /// What somebody was to do.
    pub actions: Vec<Entry>,
    /// When and by whom the minutes were signed.
    pub signed: Option<Signed>,
}

/// What the cooperative has met for.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Who held which post.
    pub terms: Vec<Term>,
    /// The meetings in the order of their days.
    pub gatherings: Vec<Gathering>,
}

/// Which kind of meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Founding,
    Annual,
    Monthly,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Founding => "founding",
            Self::Annual => "annual",
            Self::Monthly => "monthly",
        }
    }

    const fn organ(self) -> usize {
        if matches!(self, Self::Monthly) { 1 } else { 0 }
    }

    /// The items on which is voted, and in how many of 100 cases.
    const fn motions(self) -> &'static [(&'static str, &'static str, u64)] {
        match self {
            Self::Founding => &[
                ("statutes", "statutes", 100),
                ("rules", "ordinary", 100),
                ("capital", "ordinary", 100),
                ("elections", "election", 100),
                ("powers", "ordinary", 100),
            ],
            Self::Annual => &[
                ("report", "ordinary", 100),
                ("accounts", "ordinary", 100),
                ("allocation", "ordinary", 100),
                ("programme", "ordinary", 100),
                ("budget", "ordinary", 100),
            ],
            Self::Monthly => &[("treasury", "ordinary", 45), ("admissions", "admission", 60)],
        }
    }
}

impl Demo {
    /// Whether somebody can stand on a roll, and as whom; the identity in the book is yet to come.
    pub fn voter(&self, member: &Member) -> Option<Voter> {
        let (number, joined_on) = (member.number?, member.joined_on?);
        let every = if self.size <= ALL { 1 } else { self.size.div_ceil(DELEGATES) as i64 };
        let left_on = (member.status != Status::Active).then_some(member.status_on).flatten();
        let stands = number <= ELDERS || number % every == 0;
        let voter = || Voter { member: 0, number, name: member.full_name(), sex: member.sex, joined_on, left_on };
        stands.then(voter)
    }

    /// How it has met. Too few never have.
    pub fn past(&self, voters: &[Voter]) -> Past {
        let today = self.day;
        let stayed = voters.iter().filter(|voter| voter.left_on.is_none() && voter.number <= ELDERS).count();
        if stayed < FEWEST {
            return Past::default();
        }
        let mut past = Past { terms: self.terms(voters), gatherings: Vec::new() };
        let book = Book { demo: self, voters, terms: &past.terms, words: words(self.source.country()) };
        let mut days = vec![(Kind::Founding, self.founded_on())];
        let mut after = self.founded_on();
        while let Some(day) = self.calendar.assembly_after(after) {
            days.push((Kind::Annual, day));
            after = day;
        }
        // a meeting of the committee on the first Saturday of each of the last twelve months and of the next
        days.extend((0..14).filter_map(|back| {
            let month = today.checked_add_months(Months::new(1))?.checked_sub_months(Months::new(back))?;
            let day = super::calendar::first_saturday(month.with_day(1)?);
            (day > self.founded_on() && (back == 0 || day < today)).then_some((Kind::Monthly, day))
        }));
        days.sort_by_key(|(_, day)| *day);
        let last = days.iter().rposition(|(_, day)| *day < today);
        let gather = |(at, (kind, day)): (usize, &(Kind, NaiveDate))| {
            let state = match last {
                Some(last) if at == last => State::ToSign,
                Some(last) if at < last => State::Signed,
                _ => State::Planned,
            };
            book.gather(*kind, *day, state, &mut Chance::nth(self.seed ^ 5, at as u64))
        };
        past.gatherings = days.iter().enumerate().map(gather).collect();
        past
    }

    /// Posts are filled at the founding and every three years; about half of their holders are elected again.
    fn terms(&self, voters: &[Voter]) -> Vec<Term> {
        let mut chance = Chance::nth(self.seed ^ 6, 0);
        let mut terms: Vec<Term> = Vec::new();
        let mut from_on = self.founded_on();
        while from_on <= self.day {
            let until_on = from_on.checked_add_months(Months::new(12 * TERM as u32)).unwrap_or(from_on);
            let before = terms.len().saturating_sub(POSTS.len());
            let mut chosen: Vec<usize> = Vec::new();
            for (at, (organ, office)) in POSTS.into_iter().enumerate() {
                let may = |place: usize, chosen: &[usize]| {
                    let voter: &Voter = &voters[place];
                    let is_there = voter.joined_on <= from_on && voter.left_on.is_none() && voter.number <= ELDERS;
                    is_there && !chosen.contains(&place) && (office != "women_rep" || voter.sex == Some(Sex::F))
                };
                let again = terms.get(before + at).map(|term| term.holder);
                let again = again.filter(|place| chance.happens(50) && may(*place, &chosen));
                let able: Vec<usize> = (0..voters.len()).filter(|place| may(*place, &chosen)).collect();
                let drawn = able.get(chance.below(able.len() as u64) as usize).copied();
                if let Some(holder) = again.or(drawn) {
                    chosen.push(holder);
                    terms.push(Term { organ, office, holder, from_on, until_on: until_on - Days::new(1) });
                }
            }
            from_on = until_on;
        }
        terms
    }
}

/// The sentences of a country.
fn words(country: Country) -> &'static str {
    match country {
        Country::Sl => include_str!("../../data/names/minutes-en.txt"),
        _ => include_str!("../../data/names/minutes-fr.txt"),
    }
}

/// One of some sentences; empty where there are none.
fn say(words: &'static str, about: &str, chance: &mut Chance) -> &'static str {
    let list = List::section(words, about);
    if list.names().is_empty() { "" } else { list.pick(Sex::M, chance) }
}

/// What meetings are made from.
struct Book<'a> {
    demo: &'a Demo,
    voters: &'a [Voter],
    terms: &'a [Term],
    words: &'static str,
}

impl Book<'_> {
    fn gather(&self, kind: Kind, day: NaiveDate, state: State, chance: &mut Chance) -> Gathering {
        let place = if kind == Kind::Monthly { "office" } else { "hall" };
        let place = say(self.words, place, chance);
        let is_held = state != State::Planned;
        let (chair, secretary) = (self.holder("chair", day), self.holder("secretary", day));
        let mut meeting = Entry::new(&MEETING, ("organ", 0));
        let notice = if kind == Kind::Monthly { 5 } else { 18 + chance.below(5) };
        let notice_on = (day - Days::new(notice)).max(self.demo.founded_on() - Days::new(20));
        for (code, kept) in [
            ("kind", kind.code().to_owned()),
            ("held_on", day.to_string()),
            ("time", "09:00".to_owned()),
            ("place", place.to_owned()),
            ("notice_on", if notice_on <= self.demo.day { notice_on.to_string() } else { String::new() }),
            ("channel", if kind == Kind::Monthly { "oral" } else { "poster,oral" }.to_owned()),
            ("called_by", chair.to_owned()),
        ] {
            meeting.put(code, kept);
        }
        let bylaws = Bylaws::of(self.demo.coop.legal_form);
        let mut items = bylaws.agenda(kind.code());
        // posts are filled at the founding, and every three years after it
        items.retain(|item| kind == Kind::Founding || *item != "elections");
        if is_held {
            meeting.put("chair", chair);
            meeting.put("secretary", secretary);
        }
        let hours = if kind == Kind::Monthly { ("09:10", "11:35") } else { ("09:40", "14:20") };
        let mut gathering = Gathering {
            organ: kind.organ(),
            meeting,
            state,
            hours,
            items: Vec::new(),
            roll: Vec::new(),
            guests: Vec::new(),
            motions: Vec::new(),
            actions: Vec::new(),
            signed: None,
        };
        if !is_held {
            gathering.items = items.into_iter().map(|item| (item.to_owned(), String::new())).collect();
            return gathering;
        }
        gathering.roll = self.roll(kind, day, chance);
        let text = |item: &str, chance: &mut Chance| {
            let n = 2 + chance.below(7);
            say(self.words, item, chance)
                .replace('|', "\n")
                .replace("<chair>", chair)
                .replace("<secretary>", secretary)
                .replace("<treasurer>", self.holder("treasurer", day))
                .replace("<opened>", hours.0)
                .replace("<n>", &n.to_string())
        };
        gathering.items = items.iter().map(|item| ((*item).to_owned(), text(item, chance))).collect();
        self.motions(kind, &mut gathering, chance);
        self.actions(kind, day, &mut gathering, chance);
        if kind != Kind::Monthly {
            let (quality, organisation) = say(self.words, "guest", chance).split_once("; ").unwrap_or_default();
            let sex = if chance.happens(25) { Sex::F } else { Sex::M };
            let mut guest = Entry::new(&GUEST, ("meeting", 0));
            guest.put("name", self.demo.source.given(sex, chance));
            guest.put("sex", sex.code());
            guest.put("quality", quality);
            guest.put("organisation", organisation);
            gathering.guests.push(guest);
        }
        if state == State::Signed {
            let on = (day + Days::new(1 + chance.below(9))).min(self.demo.day);
            let page = (1 + (day.num_days_from_ce() - self.demo.founded_on().num_days_from_ce()) / 21).to_string();
            gathering.signed = Some(Signed { on: Some(on), by: format!("{chair}, {secretary}"), page });
        }
        gathering
    }

    /// Who held a post on a day.
    fn holder(&self, office: &str, day: NaiveDate) -> &str {
        let held = |term: &&Term| term.office == office && term.from_on <= day && day <= term.until_on;
        self.terms.iter().find(held).map_or("", |term| &self.voters[term.holder].name)
    }

    /// The roll as it was at the end: most are there, some have sent somebody.
    fn roll(&self, kind: Kind, day: NaiveDate, chance: &mut Chance) -> Vec<Attendance> {
        let in_office = |place: usize| {
            let holds = |term: &Term| term.holder == place && term.from_on <= day && day <= term.until_on;
            self.terms.iter().any(|term| term.organ == 1 && holds(term))
        };
        let is_eligible = |place: &usize| {
            let voter = &self.voters[*place];
            match kind {
                Kind::Monthly => in_office(*place),
                _ => voter.joined_on <= day && voter.left_on.is_none_or(|left| left > day),
            }
        };
        let mut places: Vec<usize> = (0..self.voters.len()).filter(is_eligible).collect();
        if kind != Kind::Founding {
            places.sort_by_cached_key(|place| (fold(&self.voters[*place].name), *place));
        }
        let mut roll: Vec<Attendance> = Vec::with_capacity(places.len());
        for place in places {
            let voter = &self.voters[place];
            let throw = chance.below(100);
            let presence = match throw {
                _ if in_office(place) && kind != Kind::Monthly => Presence::Present,
                0..=63 => Presence::Present,
                64..=70 if kind != Kind::Monthly => Presence::Left,
                64..=79 => Presence::Excused,
                80..=99 if kind == Kind::Monthly || kind == Kind::Founding => Presence::Present,
                _ => Presence::Absent,
            };
            let came = format!("09:{:02}", chance.below(38));
            let (arrived_at, left_at) = match presence {
                Presence::Present => (came, String::new()),
                Presence::Left => (came, format!("13:{:02}", chance.below(59))),
                Presence::Absent | Presence::Excused => Default::default(),
            };
            roll.push(Attendance {
                id: 0,
                rev: 0,
                member: voter.member,
                number: Some(voter.number),
                rank: roll.len() as u32 + 1,
                name: voter.name.clone(),
                sex: voter.sex,
                presence,
                arrived_at,
                left_at,
                holder: None,
            });
        }
        if kind != Kind::Monthly {
            // every second of those who are excused has given a proxy, each to somebody else
            let mut holders = (0..roll.len()).filter(|at| roll[*at].presence == Presence::Present).collect::<Vec<_>>();
            for at in (0..roll.len()).step_by(2) {
                if roll[at].presence == Presence::Excused {
                    roll[at].holder = holders.pop().map(|holder| holder as i64);
                }
            }
        }
        roll
    }

    fn motions(&self, kind: Kind, held: &mut Gathering, chance: &mut Chance) {
        let there = crate::domain::roll::Count::of(held.roll_with_ids().iter()).room().there();
        for (item, code, percent) in kind.motions() {
            let Some(place) = held.items.iter().position(|(known, _)| known == item) else { continue };
            if !chance.happens(*percent) {
                continue;
            }
            let number = held.motions.len() + 1;
            let mut motion = Entry::new(&MOTION, ("meeting", 0));
            motion.put("item_id", place.to_string());
            motion.put("number", number.to_string());
            motion.put("kind", *code);
            motion.put("text", say(self.words, &format!("motion-{item}"), chance));
            let present = held.roll.iter().filter(|line| line.presence == Presence::Present);
            let present: Vec<&str> = present.map(|line| line.name.as_str()).collect();
            let draw = |chance: &mut Chance| present[chance.below(present.len() as u64) as usize];
            if !present.is_empty() {
                motion.put("mover", draw(chance));
                motion.put("seconder", draw(chance));
            }
            let (most, few) = (u64::from(there), if chance.happens(8) { 2 } else { 9 });
            let against = if chance.happens(45) { 0 } else { chance.below(most / few + 1) } as u32;
            let abstained = if chance.happens(45) { 0 } else { chance.below(most / 12 + 1) } as u32;
            let votes = Votes { in_favour: there - against - abstained, against, abstained, blank: 0 };
            held.motions.push((motion, votes));
            let text = &mut held.items[place].1;
            *text = format!("{text}\n{}", Record::Motion(number as u32));
        }
    }

    fn actions(&self, kind: Kind, day: NaiveDate, held: &mut Gathering, chance: &mut Chance) {
        let count = if kind == Kind::Founding { 0 } else { 1 + chance.below(2) };
        let Some(place) = held.items.iter().position(|(item, _)| item == "any_other") else { return };
        let mut known: Vec<&str> = Vec::new();
        for _ in 0..count {
            let (office, what) = say(self.words, "action", chance).split_once("; ").unwrap_or_default();
            if known.contains(&what) {
                continue;
            }
            known.push(what);
            let mut action = Entry::new(&ACTION, ("meeting", 0));
            let due = day + Days::new(20 + chance.below(40));
            // of what is long due hardly anything is open
            let open = if (self.demo.day - due).num_days() > 60 { 4 } else { 45 };
            let done = due < self.demo.day && !chance.happens(open);
            action.put("item_id", place.to_string());
            action.put("what", what);
            action.put("who", self.holder(office, day));
            action.put("due_on", due.to_string());
            action.put("state", if done { "done" } else { "open" });
            if done {
                let done_on = (due - Days::new(chance.below(15))).min(self.demo.day);
                action.put("done_on", done_on.max(day).to_string());
            }
            held.actions.push(action);
        }
        if !held.actions.is_empty() {
            let text = &mut held.items[place].1;
            *text = format!("{text}\n{}", Record::Actions);
        }
    }
}

impl Gathering {
    /// The roll with places as ids, as those name who hold proxies.
    pub fn roll_with_ids(&self) -> Vec<Attendance> {
        let line = |(at, line): (usize, &Attendance)| Attendance { id: at as i64, ..line.clone() };
        self.roll.iter().enumerate().map(line).collect()
    }
}
