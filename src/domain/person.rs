//! How somebody on a roll is named: by number, or by a piece of the name; and how the name is then written.

use super::{
    Text,
    fold::{clean, fold},
    member::show_number,
    roll::Attendance,
};

/// Name and number, as minutes write somebody: `KABEYA Ngoyi Éléonore (0147)`; of a founder the place on the list.
pub fn written(line: &Attendance) -> String {
    format!("{} ({})", line.name, line.label())
}

/// Whether a number is the one that somebody bears on a roll.
fn bears(line: &Attendance, number: i64) -> bool {
    line.number.unwrap_or_else(|| i64::from(line.rank)) == number
}

/// The number that stands at the end of a written name, or is all that was typed.
fn number(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let figure = match typed.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((_, figure)) => figure,
        None => typed,
    };
    figure.trim().parse().ok()
}

/// Whether every word of `typed`, folded, begins a word of the name.
fn is_called(line: &Attendance, typed: &str) -> bool {
    let name = fold(&line.name);
    let mut words = typed.split(' ').filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| name.split(' ').any(|part| part.starts_with(word)))
}

/// Who of a roll is meant.
///
/// # Errors
/// When nobody bears that number or name, or several do.
pub fn find<'a>(roll: &'a [Attendance], typed: &str) -> Result<&'a Attendance, Text> {
    if let Some(number) = number(typed) {
        let wanted = || Text::new("err-person-number").with("number", show_number(number));
        return roll.iter().find(|line| bears(line, number)).ok_or_else(wanted);
    }
    let folded = fold(typed);
    let whole: Vec<&Attendance> = roll.iter().filter(|line| fold(&line.name) == folded).collect();
    let part = || roll.iter().filter(|line| is_called(line, &folded)).collect();
    let mut called = if whole.is_empty() { part() } else { whole }.into_iter();
    match (called.next(), called.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(Text::new("err-person-name").with("text", clean(typed))),
        (Some(one), Some(other)) => Err(Text::new("err-person-names")
            .with("text", clean(typed))
            .with("one", written(one))
            .with("other", written(other))),
    }
}

/// The names in a text with commas between, written out. Somebody who is not on the roll, a guest, stays as typed.
///
/// # Errors
/// When nobody bears a number, or several a name.
pub fn read(roll: &[Attendance], typed: &str) -> Result<String, Text> {
    let one = |name: &str| match find(roll, name) {
        Ok(line) => Ok(written(line)),
        Err(text) if text.id == "err-person-name" => Ok(clean(name)),
        Err(text) => Err(text),
    };
    let names = typed.split(',').map(str::trim).filter(|name| !name.is_empty());
    Ok(names.map(one).collect::<Result<Vec<_>, _>>()?.join(", "))
}

/// Who of a roll could be meant by what is typed behind the last comma, at most `limit`.
pub fn proposals(roll: &[Attendance], typed: &str, limit: usize) -> Vec<String> {
    let last = typed.rsplit(',').next().unwrap_or(typed).trim();
    let (folded, figures) = (fold(last), last.trim_start_matches('0'));
    let is_number = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit());
    let meant = |line: &&Attendance| {
        if is_number { line.label().trim_start_matches('0').starts_with(figures) } else { is_called(line, &folded) }
    };
    roll.iter().filter(meant).take(limit).map(written).filter(|name| name != last).collect()
}

#[cfg(test)]
pub mod tests {
    //! People on a roll to test with.
    use super::*;
    use crate::domain::roll::Presence;

    /// Somebody in the room.
    pub fn line(id: i64) -> Attendance {
        let (arrived_at, left_at) = (String::new(), String::new());
        Attendance {
            id,
            rev: 1,
            member: id,
            number: Some(id),
            rank: id as u32,
            name: format!("N{id}"),
            sex: None,
            presence: Presence::Present,
            arrived_at,
            left_at,
            holder: None,
        }
    }

    fn roll() -> Vec<Attendance> {
        let named = |id, name: &str, number| Attendance { name: name.into(), number, ..line(id) };
        vec![
            named(1, "KABEYA Ngoyi Éléonore", Some(147)),
            named(2, "KABONGO Jean", Some(12)),
            named(3, "ILUNGA Joseph", None),
        ]
    }

    #[test]
    fn people_are_found_by_number_and_by_piece_of_name() {
        let roll = roll();
        let found = |typed: &str| find(&roll, typed).map(|line| line.id).map_err(|text| text.id);
        assert_eq!(found("147"), Ok(1));
        assert_eq!(found(" 0147 "), Ok(1));
        assert_eq!(found("KABEYA Ngoyi Éléonore (0147)"), Ok(1));
        // a founder by the place on the list
        assert_eq!(found("3"), Ok(3));
        assert_eq!(found("ele kab"), Ok(1));
        assert_eq!(found("kab"), Err("err-person-names"));
        assert_eq!(found("sesay"), Err("err-person-name"));
        assert_eq!(found("999"), Err("err-person-number"));
    }

    #[test]
    fn a_guest_stays_as_typed_and_a_wrong_number_is_said() {
        let roll = roll();
        assert_eq!(
            read(&roll, "12, le bourgmestre ,ilu").unwrap(),
            "KABONGO Jean (0012), le bourgmestre, ILUNGA Joseph (3)"
        );
        assert_eq!(read(&roll, "13").unwrap_err().id, "err-person-number");
        assert_eq!(read(&roll, "").unwrap(), "");
    }

    #[test]
    fn proposals_are_for_the_last_of_several() {
        let roll = roll();
        assert_eq!(proposals(&roll, "kab", 5), ["KABEYA Ngoyi Éléonore (0147)", "KABONGO Jean (0012)"]);
        assert_eq!(
            proposals(&roll, "ILUNGA Joseph (3), 1", 5),
            ["KABEYA Ngoyi Éléonore (0147)", "KABONGO Jean (0012)"]
        );
        assert_eq!(proposals(&roll, "", 5), Vec::<String>::new());
    }
}
