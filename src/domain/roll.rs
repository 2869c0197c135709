//! The roll of a meeting: who may vote there, who has come, who stands for whom, and what that makes of the quorum.

use super::{
    Text,
    book::codes,
    member::Sex,
    rule::{Room, Share},
};

codes!(
    /// Where somebody on the roll is.
    Presence, "err-choice", "presence-",
    /// Not here, and nobody knows why.
    Absent = "absent",
    /// In the room.
    Present = "present",
    /// Not here, with an excuse.
    Excused = "excused",
    /// Was here and has left.
    Left = "left",
);

impl Presence {
    /// The key of its name as it is said of one person: in French a woman is present otherwise than a man.
    pub const fn text_id_of(self, sex: Option<Sex>) -> &'static str {
        match (self, sex) {
            (Self::Absent, Some(Sex::F)) => "presence-absent-F",
            (Self::Present, Some(Sex::F)) => "presence-present-F",
            (Self::Excused, Some(Sex::F)) => "presence-excused-F",
            (Self::Left, Some(Sex::F)) => "presence-left-F",
            _ => self.text_id(),
        }
    }
}

/// One line of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Its id.
    pub id: i64,
    /// Counts the changes.
    pub rev: i64,
    /// The member.
    pub member: i64,
    /// Number of the member on that day; `None` before admission.
    pub number: Option<i64>,
    /// Place on the roll, from 1: in the order of names, of founders in that of signing.
    pub rank: u32,
    /// The whole name on that day.
    pub name: String,
    /// The sex, where it is known.
    pub sex: Option<Sex>,
    /// Where the member is.
    pub presence: Presence,
    /// When the member came, local time `HH:MM`; may be empty.
    pub arrived_at: String,
    /// When the member left; may be empty.
    pub left_at: String,
    /// The line of whoever votes for the member.
    pub holder: Option<i64>,
}

impl Attendance {
    /// How the member is called at the door: by the number, a founder by the place in the order of signing.
    pub fn label(&self) -> String {
        self.number.map_or_else(|| self.rank.to_string(), super::member::show_number)
    }

    /// The label and the name.
    pub fn who(&self) -> String {
        format!("{} {}", self.label(), self.name)
    }

    /// The member comes in, or comes back: the first arrival stays. Whoever votes in person needs no proxy any more.
    ///
    /// # Errors
    /// When the member is in the room.
    pub fn arrive(&mut self, at: &str) -> Result<(), Text> {
        if self.presence == Presence::Present {
            return Err(self.refusal("err-roll-present", &self.arrived_at));
        }
        if self.presence != Presence::Left {
            at.clone_into(&mut self.arrived_at);
        }
        self.left_at.clear();
        (self.presence, self.holder) = (Presence::Present, None);
        Ok(())
    }

    /// The member goes.
    ///
    /// # Errors
    /// When the member is not in the room.
    pub fn leave(&mut self, at: &str) -> Result<(), Text> {
        if self.presence != Presence::Present {
            return Err(self.refusal("err-roll-absent", ""));
        }
        at.clone_into(&mut self.left_at);
        self.presence = Presence::Left;
        Ok(())
    }

    /// The member is not here, with an excuse; also of somebody who was only taken to be here with all others.
    ///
    /// # Errors
    /// When that is known already, or when the member was here and has left.
    pub fn excuse(&mut self) -> Result<(), Text> {
        match self.presence {
            Presence::Excused => return Err(self.refusal("err-roll-excused", "")),
            Presence::Left => return Err(self.refusal("err-roll-left", &self.left_at)),
            Presence::Absent | Presence::Present => self.take_out(Presence::Excused),
        }
        Ok(())
    }

    /// The member is not here after all.
    ///
    /// # Errors
    /// When that is known already.
    pub fn miss(&mut self) -> Result<(), Text> {
        if self.presence == Presence::Absent {
            return Err(self.refusal("err-roll-absent", ""));
        }
        self.take_out(Presence::Absent);
        Ok(())
    }

    /// Somebody in the room votes for the member.
    ///
    /// # Errors
    /// What [`may_represent`] forbids, or when it is so already.
    pub fn represent(&mut self, holder: &Self) -> Result<(), Text> {
        may_represent(self, holder)?;
        if self.holder == Some(holder.id) {
            return Err(self.refusal("err-proxy-same", "").with("holder", holder.name.as_str()));
        }
        self.holder = Some(holder.id);
        Ok(())
    }

    /// Nobody votes for the member any more.
    ///
    /// # Errors
    /// When nobody did.
    pub fn withdraw(&mut self) -> Result<(), Text> {
        self.holder.take().map(drop).ok_or_else(|| self.refusal("err-proxy-none", ""))
    }

    fn take_out(&mut self, presence: Presence) {
        self.presence = presence;
        self.arrived_at.clear();
        self.left_at.clear();
    }

    /// Why nothing was done; the time may be unknown.
    fn refusal(&self, id: &'static str, time: &str) -> Text {
        Text::new(id).with("name", self.name.as_str()).with("time", moment(time))
    }
}

/// A local time for a text; `none` when nobody has looked at the clock.
pub fn moment(time: &str) -> &str {
    if time.is_empty() { "none" } else { time }
}

/// How many of a kind, and of which sex.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// All.
    pub all: u32,
    /// Women.
    pub women: u32,
    /// Men.
    pub men: u32,
}

impl Heads {
    /// One more.
    pub fn add(&mut self, sex: Option<Sex>) {
        self.all += 1;
        match sex {
            Some(Sex::F) => self.women += 1,
            Some(Sex::M) => self.men += 1,
            None => {}
        }
    }
}

/// The roll in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Everybody on the roll.
    pub eligible: Heads,
    /// In the room.
    pub present: Heads,
    /// Absent, and somebody in the room votes for them.
    pub represented: Heads,
    /// Excused, and nobody votes for them.
    pub excused: Heads,
    /// Came and left, and nobody votes for them.
    pub left: Heads,
    /// Guests.
    pub guests: Heads,
}

impl Count {
    /// Adds up a roll. A proxy counts while its holder is in the room and whoever gave it is not.
    pub fn of<'a>(roll: impl Iterator<Item = &'a Attendance> + Clone) -> Self {
        let mut inside: Vec<i64> = roll.clone().filter(|a| a.presence == Presence::Present).map(|a| a.id).collect();
        inside.sort_unstable();
        let mut count = Self::default();
        for line in roll {
            count.eligible.add(line.sex);
            let is_represented = line.holder.is_some_and(|holder| inside.binary_search(&holder).is_ok());
            match line.presence {
                Presence::Present => count.present.add(line.sex),
                _ if is_represented => count.represented.add(line.sex),
                Presence::Excused => count.excused.add(line.sex),
                Presence::Left => count.left.add(line.sex),
                Presence::Absent => {}
            }
        }
        count
    }

    /// What a vote is measured against, but for those who may not vote on it.
    pub const fn room(&self) -> Room {
        Room {
            eligible: self.eligible.all,
            present: self.present.all,
            represented: self.represented.all,
            conflicted: 0,
        }
    }

    /// How many are needed, and whether they are there.
    pub fn quorum(&self, share: Share) -> (u32, bool) {
        let needed = share.needed(self.eligible.all);
        (needed, self.room().there() >= needed)
    }
}

/// Whether a member may be given a proxy: whoever gives it must not be in the room, and whoever takes it must be.
///
/// # Errors
/// What forbids it: that falsifies the count. A limit that is reached is the caller's to ask about.
pub fn may_represent(giver: &Attendance, holder: &Attendance) -> Result<(), Text> {
    if giver.id == holder.id {
        return Err(Text::new("err-proxy-self").with("name", giver.name.as_str()));
    }
    if giver.presence == Presence::Present {
        return Err(Text::new("err-proxy-present").with("name", giver.name.as_str()));
    }
    if holder.presence != Presence::Present {
        return Err(Text::new("err-proxy-holder").with("name", holder.name.as_str()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(id: i64, presence: Presence, holder: Option<i64>) -> Attendance {
        Attendance {
            id,
            rev: 1,
            member: id,
            number: Some(id),
            rank: id as u32,
            name: format!("N{id}"),
            sex: [Some(Sex::F), Some(Sex::M), None][id as usize % 3],
            presence,
            arrived_at: String::new(),
            left_at: String::new(),
            holder,
        }
    }

    proptest! {
        #[test]
        fn proxies_of_absent_holders_never_count(lines in prop::collection::vec((0..4usize, prop::option::of(0..20i64)), 1..20)) {
            let roll: Vec<Attendance> = lines
                .iter()
                .enumerate()
                .map(|(id, (presence, holder))| line(id as i64, Presence::ALL[*presence], *holder))
                .collect();
            let count = Count::of(roll.iter());
            let is_in = |id: i64| roll.iter().any(|l| l.id == id && l.presence == Presence::Present);
            let represented = roll
                .iter()
                .filter(|l| l.presence != Presence::Present && l.holder.is_some_and(is_in))
                .count();
            prop_assert_eq!(count.represented.all as usize, represented);
            prop_assert!(count.room().there() <= count.eligible.all, "nobody counts twice");
            // when nobody is in the room, no proxy counts
            let empty: Vec<Attendance> =
                roll.iter().map(|l| Attendance { presence: Presence::Left, ..l.clone() }).collect();
            prop_assert_eq!(Count::of(empty.iter()).room().there(), 0);
        }
    }

    #[test]
    fn who_may_stand_for_whom() {
        let (absent, present) = (line(1, Presence::Absent, None), line(2, Presence::Present, None));
        assert!(may_represent(&absent, &present).is_ok());
        let id = |giver: &Attendance, holder: &Attendance| may_represent(giver, holder).unwrap_err().id;
        assert_eq!(id(&present, &line(3, Presence::Present, None)), "err-proxy-present");
        assert_eq!(id(&absent, &line(3, Presence::Excused, None)), "err-proxy-holder");
        assert_eq!(id(&absent, &absent), "err-proxy-self");
    }
}
