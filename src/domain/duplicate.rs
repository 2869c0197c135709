//! Whether two records may be the same person. Nothing is merged by a guess: the reasons are shown, people decide.
//!
//! [`Profile`] is what of a member is compared, made comparable once. [`compare`] adds up points for what two of them
//! have in common and takes points away for what speaks against it; [`ENOUGH`] points are worth a warning. The points
//! are weights of evidence in the sense of I. P. Fellegi and A. B. Sunter ("A Theory for Record Linkage", 1969), five
//! points for every two bits, set from how often names, days and numbers are shared by different people; they follow no
//! particular list.
//!
//! | in common | points | | against | points |
//! |---|---|---|---|---|
//! | number of an identity paper | 50 | | born in other years | −20 |
//! | the same but for one digit, or two exchanged | 28 | | other sex | −12 |
//! | day of birth | 35 | | one name against another | −11 |
//! | day and month exchanged | 28 | | other number on the same kind of paper | −8 |
//! | the same but for one digit | 18 | | other day of the same year | −6 |
//! | year of birth | 12 | | | |
//! | year of birth, estimated | 5 | | | |
//! | each name | 14 | | | |
//! | each name that sounds the same | 11 | | | |
//! | each name with a slip of the pen | 8 | | | |
//! | each initial | 4 | | | |
//! | all names | 12 more | | | |
//! | telephone | 25 | | | |
//! | the same but for one digit | 14 | | | |
//! | number in the register kept before | 20 | | | |
//! | village | 8 | | | |
//!
//! Names that say in which order children were born (Sahr, Tamba, Kumba) are borne by every third person in Kono: they
//! count a third, and do not make the names all the same. The first of January is what is written when only the year is
//! known.

use super::{
    birth::Birth,
    fold::fold,
    member::{Field, Member, Sex},
    sound::sound,
};
use chrono::Datelike;

super::book::codes!(
    /// Why two records look alike.
    Why, "err-why", "why-",
    /// The same words in the name, in any order.
    Name = "name",
    /// All names sound the same or differ by a slip of the pen.
    NameAlike = "name_alike",
    /// Some of the names are the same or alike.
    NamePart = "name_part",
    /// The same number of an identity paper.
    IdNumber = "id_number",
    /// Such a number with one digit off or two exchanged.
    IdNumberAlike = "id_number_alike",
    /// The same day of birth.
    BirthDay = "birth_day",
    /// The same day of birth, if day and month are exchanged in one of them.
    BirthExchanged = "birth_exchanged",
    /// The same day of birth but for one digit.
    BirthAlike = "birth_alike",
    /// The same year of birth.
    BirthYear = "birth_year",
    /// About the same age.
    BirthAbout = "birth_about",
    /// The same telephone.
    Phone = "phone",
    /// The same telephone but for one digit.
    PhoneAlike = "phone_alike",
    /// The same number in the register kept before.
    FormerNumber = "former_number",
    /// The same village.
    Village = "village",
    /// The same address.
    Address = "address",
);

/// How many points are worth a warning.
pub const ENOUGH: i32 = 40;
/// When more records than this meet under a key, it says nothing: only those of about the same age are compared.
pub const CROWD: usize = 50;

/// Names that say in which order the children of a Kono family were born.
const BIRTH_ORDER: &str =
    "sahr saa sar tamba aiah aya komba kai kaie safea nyaama nyama sia kumba finda yei yeah bondu fea";

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    sound: String,
    is_birth_order: bool,
}

/// What of a member is compared, made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    words: Vec<Word>,
    sex: Option<Sex>,
    birth: Option<Birth>,
    phones: Vec<String>,
    id_number: String,
    id_type: Option<super::member::IdType>,
    former_number: String,
    village: String,
    address: String,
}

/// How much two records look alike, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// How strongly it speaks for one person, up to 100.
    pub score: u8,
    /// What they have in common.
    pub why: Vec<Why>,
}

impl Profile {
    /// What of a member is compared.
    pub fn of(member: &Member) -> Self {
        let mut phones: Vec<String> = [&*member.phone, member.kept(Field::Phone2), member.kept(Field::Wallet)]
            .into_iter()
            .filter(|phone| !phone.is_empty())
            .map(str::to_owned)
            .collect();
        phones.dedup();
        let is_new_year = |birth: &Birth| matches!(birth, Birth::Day(day) if day.ordinal() == 1);
        Self {
            words: words(&[&member.surname, &member.post_name, &member.given_name]),
            sex: member.sex,
            birth: member.birth.map(|birth| if is_new_year(&birth) { Birth::Year(birth.year()) } else { birth }),
            phones,
            id_number: fold(&member.id_number).replace(' ', ""),
            id_type: member.id_type,
            former_number: fold(&member.former_number),
            village: fold(&member.village),
            address: fold(member.kept(Field::Address)),
        }
    }

    /// The year of birth, by which a crowd under one key is narrowed.
    pub fn year(&self) -> Option<i32> {
        self.birth.map(Birth::year)
    }

    /// Any two of the names, by their sound: one half of what two records must meet under to be compared.
    pub fn name_keys(&self) -> Vec<String> {
        let sounds: Vec<&str> = self.words.iter().map(|word| &*word.sound).take(4).collect();
        let mut keys = Vec::new();
        for (at, a) in sounds.iter().enumerate() {
            for b in &sounds[at + 1..] {
                keys.push(if a < b { format!("{a} {b}") } else { format!("{b} {a}") });
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The other half, beside the number of the identity paper: a name and the year of birth, the day of birth, the
    /// telephones.
    pub fn other_keys(&self) -> Vec<String> {
        let mut keys = self.phones.clone();
        if let Some(birth) = self.birth {
            keys.extend(self.words.iter().map(|word| format!("{} {}", word.sound, birth.year())));
        }
        if let Some(Birth::Day(day)) = self.birth {
            let (low, high) = (day.day().min(day.month()), day.day().max(day.month()));
            keys.push(format!("{}-{low}-{high}", day.year()));
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// All names by their sound, in any order.
    pub fn sounds(&self) -> String {
        let mut sounds: Vec<&str> = self.words.iter().map(|word| &*word.sound).collect();
        sounds.sort_unstable();
        sounds.join(" ")
    }

    /// The number of the identity paper, folded and without blanks.
    pub fn id_number(&self) -> &str {
        &self.id_number
    }
}

/// The words of a name. What a hyphen joins is one name: half of all men are a Jean something. Particles of two letters
/// (*wa*, *de*) are left out where two names remain.
fn words(parts: &[&str]) -> Vec<Word> {
    let all = || {
        let words = parts.iter().flat_map(|part| part.split_whitespace());
        words.map(|word| fold(word).replace(' ', "")).filter(|word| !word.is_empty())
    };
    let is_particle = |word: &String| word.len() == 2;
    let names = all().filter(|word| !is_particle(word)).count();
    all()
        .filter(|word| names < 2 || !is_particle(word))
        .map(|folded| Word {
            sound: sound(&folded),
            is_birth_order: BIRTH_ORDER.split(' ').any(|name| name == folded),
            folded,
        })
        .collect()
}

/// What two records have in common, and how strongly it speaks for one person. `None` when it is not worth a warning.
/// `bearers` is how many records have the names that these have in common, as far as that is known: the more there are,
/// the less the names say.
pub fn compare(a: &Profile, b: &Profile, bearers: usize) -> Option<Alike> {
    let mut why = Vec::new();
    let mut points = -namesakes(bearers);
    for found in [names(&a.words, &b.words), papers(a, b), births(a, b), phones(a, b)] {
        let (weight, reason) = found;
        points += weight;
        why.extend(reason);
    }
    let same = |x: &str, y: &str| !x.is_empty() && x == y;
    if same(&a.former_number, &b.former_number) {
        points += 20;
        why.push(Why::FormerNumber);
    }
    if same(&a.village, &b.village) || is_slip(&a.village, &b.village) {
        points += 8;
        why.push(Why::Village);
    } else if !a.village.is_empty() && !b.village.is_empty() {
        points -= 6;
    }
    if same(&a.address, &b.address) || is_slip(&a.address, &b.address) {
        points += 8;
        why.push(Why::Address);
    }
    if a.sex.zip(b.sex).is_some_and(|(x, y)| x != y) {
        points -= 12;
    }
    if why.contains(&Why::IdNumber) {
        // nobody shares it: either it is one person, or one of the two was written down wrong
        points = points.max(ENOUGH);
    }
    (points >= ENOUGH).then(|| Alike { score: points.min(100) as u8, why })
}

/// Two and a half points for each doubling of the bearers of a name beyond three.
fn namesakes(bearers: usize) -> i32 {
    let doublings = (bearers.clamp(3, 2 * CROWD) as f64 / 3.0).log2();
    (2.5 * doublings).round() as i32
}

type Found = (i32, Option<Why>);

fn papers(a: &Profile, b: &Profile) -> Found {
    let (x, y) = (&*a.id_number, &*b.id_number);
    if x.is_empty() || y.is_empty() {
        (0, None)
    } else if x == y {
        (50, Some(Why::IdNumber))
    } else if x.len() >= 5 && is_digit_off(x, y) {
        (28, Some(Why::IdNumberAlike))
    } else {
        (if a.id_type == b.id_type { -8 } else { 0 }, None)
    }
}

fn phones(a: &Profile, b: &Profile) -> Found {
    let any = |is: fn(&str, &str) -> bool| a.phones.iter().any(|x| b.phones.iter().any(|y| is(x, y)));
    if any(|x, y| x == y) {
        (25, Some(Why::Phone))
    } else if any(is_digit_off) {
        (14, Some(Why::PhoneAlike))
    } else {
        (if a.phones.is_empty() || b.phones.is_empty() { 0 } else { -3 }, None)
    }
}

fn births(a: &Profile, b: &Profile) -> Found {
    let (Some(x), Some(y)) = (a.birth, b.birth) else { return (0, None) };
    let apart = (x.year() - y.year()).abs();
    if let (Birth::Day(x), Birth::Day(y)) = (x, y) {
        let digits = |day: chrono::NaiveDate| day.format("%Y%m%d").to_string();
        return match () {
            () if x == y => (35, Some(Why::BirthDay)),
            () if (x.year(), x.month(), x.day()) == (y.year(), y.day(), y.month()) => (28, Some(Why::BirthExchanged)),
            () if is_digit_off(&digits(x), &digits(y)) => (18, Some(Why::BirthAlike)),
            () if apart == 0 => (-6, None),
            () => (other_years(apart), None),
        };
    }
    let is_estimated = matches!(x, Birth::About(_)) || matches!(y, Birth::About(_));
    match apart {
        0 => (12, Some(Why::BirthYear)),
        1 => (5, Some(Why::BirthAbout)),
        2 if is_estimated => (5, Some(Why::BirthAbout)),
        2 => (0, None),
        _ => (other_years(apart), None),
    }
}

/// What it says against one person that the years of birth are so far apart: between father and son lies a generation.
const fn other_years(apart: i32) -> i32 {
    if apart < 12 { -30 } else { -50 }
}

/// What the names have in common: each name of one record is set against the one of the other that is closest.
fn names(a: &[Word], b: &[Word]) -> Found {
    if a.is_empty() || b.is_empty() {
        return (0, None);
    }
    let mut free: Vec<&Word> = b.iter().collect();
    let mut left: Vec<&Word> = a.iter().collect();
    let (mut points, mut met, mut full, mut exact) = (0, 0, 0, 0);
    for (closeness, weight) in
        [(is_same as fn(&Word, &Word) -> bool, 14), (sounds_alike, 11), (looks_alike, 8), (is_initial, 4)]
    {
        left.retain(|x| {
            let Some(at) = free.iter().position(|y| closeness(x, y)) else { return true };
            let y = free.swap_remove(at);
            let is_birth_order = x.is_birth_order || y.is_birth_order;
            points += if is_birth_order { weight * 3 / 7 } else { weight };
            met += 1;
            full += i32::from(!is_birth_order && weight > 4);
            exact += i32::from(weight == 14);
            false
        });
    }
    if met == 0 && joined(a) == joined(b) {
        // Jean-Pierre and Jeanpierre
        return (14, Some(Why::NameAlike));
    }
    points -= 11 * left.len().min(free.len()) as i32;
    let is_whole = left.is_empty() && free.is_empty();
    if full >= 2 && (left.is_empty() || free.is_empty()) {
        points += if is_whole { 12 } else { 6 };
    }
    let why = match () {
        () if met == 0 => None,
        () if is_whole && exact == met => Some(Why::Name),
        () if is_whole => Some(Why::NameAlike),
        () => Some(Why::NamePart),
    };
    (points, why)
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| &*word.folded).collect()
}

fn is_same(a: &Word, b: &Word) -> bool {
    a.folded == b.folded
}

fn sounds_alike(a: &Word, b: &Word) -> bool {
    a.sound == b.sound
}

fn looks_alike(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.folded.len() < b.folded.len() { (a, b) } else { (b, a) };
    let is_in = long.folded.starts_with(&short.folded) || long.folded.ends_with(&short.folded);
    let is_cut = short.folded.len() >= 3 && is_in;
    is_cut || is_slip(&a.folded, &b.folded) || is_slip(&a.sound, &b.sound)
}

fn is_initial(a: &Word, b: &Word) -> bool {
    (a.folded.len() == 1 || b.folded.len() == 1) && a.folded[..1] == b.folded[..1]
}

/// Whether two words differ by one slip of the pen, long ones by two.
fn is_slip(a: &str, b: &str) -> bool {
    let longest = a.len().max(b.len());
    let most = match longest {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    most > 0 && a.len().abs_diff(b.len()) <= most && distance(a, b, most) <= most
}

/// Whether two numbers of one length differ in one digit, or in two neighbours that are exchanged.
fn is_digit_off(a: &str, b: &str) -> bool {
    a.len() == b.len() && distance_same_length(a.as_bytes(), b.as_bytes())
}

fn distance_same_length(a: &[u8], b: &[u8]) -> bool {
    let mut off = a.iter().zip(b).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at);
    match (off.next(), off.next(), off.next()) {
        (Some(_), None, _) => true,
        (Some(at), Some(next), None) => next == at + 1 && a[at] == b[next] && a[next] == b[at],
        _ => false,
    }
}

/// Insertions, deletions, other letters and exchanged neighbours between two words, as far as `most` (F. J. Damerau, 1964;
/// no letter is touched twice); more is `most + 1`.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|cost| *cost > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
