//! How wide the columns of a table are.

/// What a column needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Need {
    /// Its widest cell on one line.
    pub whole: f32,
    /// Its title on one line.
    pub title: f32,
    /// Its widest word.
    pub word: f32,
    /// What it has at least, with or without content.
    pub least: f32,
    /// Its share of what is left over.
    pub grow: f32,
}

impl Need {
    /// With every cell on one line, and the title on several when it is longer.
    const fn wanted(&self) -> f32 {
        self.whole.max(self.word).max(self.least)
    }

    const fn lowest(&self) -> f32 {
        self.word.max(self.least)
    }
}

/// Whether no word has to be broken.
pub fn is_roomy(needs: &[Need], room: f32) -> bool {
    needs.iter().map(Need::lowest).sum::<f32>() <= room
}

/// How wide all columns together are when nothing is broken.
pub fn whole(needs: &[Need]) -> f32 {
    needs.iter().map(|need| need.wanted().max(need.title)).sum()
}

/// Widths that fill the room. What is left over is shared out. Where room is short titles take several lines, then wide
/// columns give first, and words are broken only when all columns together are too narrow for them.
pub fn widths(needs: &[Need], room: f32) -> Vec<f32> {
    if whole(needs) <= room {
        let whole = |need: &Need| Need { whole: need.whole.max(need.title), ..*need };
        return spread(&needs.iter().map(whole).collect::<Vec<_>>(), room);
    }
    spread(needs, room)
}

fn spread(needs: &[Need], room: f32) -> Vec<f32> {
    let spare = room - needs.iter().map(Need::wanted).sum::<f32>();
    if spare >= 0.0 {
        let shares: f32 = needs.iter().map(|need| need.grow).sum();
        let more = |need: &Need| if shares > 0.0 { spare * need.grow / shares } else { spare / needs.len() as f32 };
        return needs.iter().map(|need| need.wanted() + more(need)).collect();
    }
    let lowest: f32 = needs.iter().map(Need::lowest).sum();
    if lowest > room {
        return needs.iter().map(|need| need.lowest() * room / lowest).collect();
    }
    let at = |level: f32| needs.iter().map(move |need| level.clamp(need.lowest(), need.wanted()));
    let (mut low, mut high) = (0.0, room);
    for _ in 0..40 {
        let middle = f32::midpoint(low, high);
        if at(middle).sum::<f32>() > room { high = middle } else { low = middle }
    }
    at(low).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn need(whole: f32, word: f32) -> Need {
        Need { whole, word, ..Need::default() }
    }

    #[test]
    fn what_is_left_over_is_shared_out() {
        let needs = [need(10.0, 5.0), Need { grow: 1.0, ..need(20.0, 5.0) }, Need { least: 40.0, ..Need::default() }];
        assert_eq!(widths(&needs, 100.0), [10.0, 50.0, 40.0]);
        assert_eq!(widths(&[need(10.0, 5.0), need(20.0, 5.0)], 50.0), [20.0, 30.0]);
    }

    #[test]
    fn wide_columns_give_first() {
        let widths = widths(&[need(10.0, 5.0), need(500.0, 20.0), need(300.0, 20.0)], 100.0);
        assert!((widths[0] - 10.0).abs() < 0.01 && (widths[1] - 45.0).abs() < 0.01);
    }

    #[test]
    fn titles_stand_on_one_line_where_there_is_room() {
        let needs = [Need { title: 30.0, ..need(10.0, 20.0) }, Need { grow: 1.0, ..need(40.0, 10.0) }];
        assert_eq!(widths(&needs, 90.0), [30.0, 60.0]);
        assert_eq!(widths(&needs, 65.0), [20.0, 45.0]);
    }

    #[test]
    fn words_are_broken_when_nothing_else_helps() {
        assert!(!is_roomy(&[need(90.0, 60.0), need(60.0, 60.0)], 100.0));
        assert_eq!(widths(&[need(90.0, 60.0), need(60.0, 60.0)], 100.0), [50.0, 50.0]);
    }

    proptest! {
        #[test]
        fn the_room_is_never_left(needs in prop::collection::vec((0f32..300.0, 0f32..1.0, 0f32..60.0), 1..12), room in 50f32..800.0) {
            let needs: Vec<Need> = needs.into_iter()
                .map(|(whole, part, least)| Need { whole, word: whole * part, least, ..Need::default() }).collect();
            let widths = widths(&needs, room);
            prop_assert!((widths.iter().sum::<f32>() - room).abs() < 0.5, "{widths:?}");
            prop_assert!(widths.iter().all(|width| *width >= 0.0));
        }
    }
}
