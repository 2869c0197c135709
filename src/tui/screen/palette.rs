//! Finds any command, subject of money, member, site, team, household, body or meeting by name.

use super::{
    Cx, Screen, Value,
    money::overview::{SECTIONS, Section},
};
use crate::{
    domain::{
        Text, day,
        fold::{contains_all, fold},
        meeting::{MEETING, MEETING_KINDS, ORGAN},
        member::{full_name, show_number},
        noun::Noun,
        rule::subject_text_id,
        takes::Takes,
    },
    store::{member_find::Find, organ_list::MeetingName},
    tui::{
        area,
        frame::keys_of,
        keymap::{self, Cmd, Scope},
        widget::choice::{Choice, Item, Offer, Picker},
    },
};
use anyhow::Result;

/// Commands of the screen below, the subjects of money, and records of the book.
pub struct Anything {
    /// Command, name and keys.
    commands: Vec<(Cmd, String, String)>,
    /// The subjects of money, who stand behind the commands: name, and what else they are looked for by.
    sections: Vec<(String, String)>,
    /// Members found so far, who stand before the commands: id, name, number and village.
    members: Vec<(i64, String, String)>,
    /// Sites, teams, households, bodies and meetings found, which stand behind the members: what each is, name and place.
    places: Vec<(&'static Noun, i64, String, String)>,
    /// The latest meetings by their names, read when somebody first types.
    meetings: Option<Vec<(i64, String, String)>>,
    /// The search that is under way.
    find: Option<Find>,
}

/// How many records are offered.
const RECORDS: usize = 12;
/// How many sites, teams and households each.
const PLACES: usize = 4;
/// How many meetings are looked through, the latest: whoever looks for an older one goes through its body.
const MEETINGS: usize = 500;

/// What can be run on `below`, and every record.
pub fn palette(below: Option<&dyn Screen>, cx: &Cx) -> Picker<Anything> {
    let scope = below.map_or(Scope::Global, Screen::scope);
    let possible = |cmd: &Cmd| below.is_none_or(|b| b.refuses(*cmd).is_none()) && area::refuses(*cmd).is_none();
    let moves = |cmd: &Cmd| {
        matches!(cmd, Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown | Cmd::Top | Cmd::Bottom | Cmd::Palette)
    };
    let commands = keymap::shown(scope).map(|b| b.cmd).filter(|cmd| possible(cmd) && !moves(cmd));
    let name = |cmd: Cmd| cx.lang.label(below.map_or(cmd.text_id(), |b| b.name_of(cmd))).to_owned();
    let commands = commands.map(|cmd| (cmd, name(cmd), keys_of(cmd, cx, scope)));
    let section =
        |section: &Section| (cx.lang.label(section.label).to_owned(), cx.lang.label(section.words).to_owned());
    let offer = Anything {
        commands: commands.collect(),
        sections: SECTIONS.iter().map(section).collect(),
        members: Vec::new(),
        places: Vec::new(),
        meetings: None,
        find: None,
    };
    Picker::of(cx.lang.label("cmd-palette").to_owned(), offer.items(), offer)
}

impl Anything {
    fn items(&self) -> Vec<Item> {
        let members = self
            .members
            .iter()
            .map(|(_, name, detail)| Item { is_found: true, ..Item::new(name.clone()).with(detail.clone()) });
        let places = self.places.iter().map(|(_, _, name, detail)| Item::new(name.clone()).with(detail.clone()));
        let commands = self.commands.iter().map(|(_, name, keys)| Item::new(name.clone()).with(keys.clone()));
        let sections = self.sections.iter().map(|(name, words)| Item::new(name.clone()).with(words.clone()));
        members.chain(places).chain(commands).chain(sections).collect()
    }

    /// Adds the meetings in whose name, body, kind or day every word stands that is typed.
    fn find_meetings(&mut self, typed: &str, cx: &Cx) -> Result<()> {
        if self.meetings.is_none() {
            let latest = cx.reader.latest_meetings(MEETINGS)?;
            self.meetings = Some(latest.into_iter().map(|meeting| named(meeting, cx)).collect());
        }
        let typed = fold(typed);
        let fits =
            |(_, name, detail): &&(i64, String, String)| contains_all(&fold(&format!("{name} {detail}")), &typed);
        let found = self.meetings.iter().flatten().filter(fits).take(PLACES);
        self.places.extend(found.map(|(id, name, detail)| (&MEETING, *id, name.clone(), detail.clone())));
        Ok(())
    }

    /// Adds the next members found; the cursor stays on what it is on.
    fn look(&mut self, choice: &mut Choice, cx: &Cx) -> Result<()> {
        let Some(find) = &mut self.find else { return Ok(()) };
        let found = cx.reader.find_members(find)?;
        if find.is_ended() {
            self.find = None;
        }
        if !found.is_empty() {
            let (known, chosen) = (self.members.len(), choice.chosen());
            self.members.extend(found.iter().map(|m| {
                let number = m.number.map(show_number).unwrap_or_default();
                (m.id, full_name(&m.surname, &m.post_name, &m.given_name), format!("{number} {}", m.village))
            }));
            choice.set(self.items());
            if let Some(at) = chosen {
                choice.select(if at < known { at } else { at + found.len() });
            }
        }
        Ok(())
    }
}

/// A meeting by its name or its kind, with its body, the number of its minutes and its day.
fn named(meeting: MeetingName, cx: &Cx) -> (i64, String, String) {
    let kind = || cx.lang.value(Takes::One(MEETING_KINDS), &meeting.kind);
    let name = if meeting.title.is_empty() { kind() } else { meeting.title };
    let number = meeting.number.map(|n| cx.lang.text(&Text::new("organ-minutes").with("number", n.to_string())));
    let parts = [Some(meeting.organ), number, meeting.held_on.map(day::show)];
    (meeting.id, name, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

impl Offer for Anything {
    const CLOSED_BY: Option<Cmd> = Some(Cmd::Palette);
    const LARGE: bool = true;

    fn value(&self, item: usize) -> Value {
        if let Some((id, ..)) = self.members.get(item) {
            return Value::Member(*id);
        }
        let item = item - self.members.len();
        if let Some((noun, id, ..)) = self.places.get(item) {
            return Value::Place(noun, *id);
        }
        let item = item - self.places.len();
        self.commands.get(item).map_or_else(|| Value::Section(item - self.commands.len()), |(cmd, ..)| Value::Run(*cmd))
    }

    fn typed(&mut self, choice: &mut Choice, cx: &Cx) -> Result<()> {
        let typed = choice.line.text();
        self.members.clear();
        self.places.clear();
        if !typed.trim().is_empty() {
            self.places = cx.reader.find_places(&typed, PLACES)?;
            for (noun, _, _, detail) in &mut self.places {
                let kind = subject_text_id(detail).filter(|_| **noun == ORGAN);
                let place = kind.map_or(&**detail, |id| cx.lang.label(id));
                *detail = format!("{} {place}", cx.lang.label(noun.text_id).to_lowercase());
            }
            self.find_meetings(&typed, cx)?;
        }
        choice.set(self.items());
        self.find = (!typed.trim().is_empty()).then(|| Find::new(&typed, cx.coop.country, RECORDS));
        self.look(choice, cx)?;
        choice.narrow();
        Ok(())
    }

    fn work(&mut self, choice: &mut Choice, cx: &Cx) -> Result<bool> {
        let searching = self.find.is_some();
        self.look(choice, cx)?;
        Ok(searching)
    }
}
