/** German of what is said below a collection, a tab or a field, by its English. */
export const sentences: Readonly<Record<string, string>> = {
  'Every film of this studio.': 'Alle Filme dieses Studios.',
  'Small letters, digits and hyphens. It names two databases and a folder, so it never changes.':
    'Kleine Buchstaben, Ziffern und Bindestriche. Zwei Datenbanken und ein Ordner heißen danach, deshalb ändert es sich nie.',
  'Its cast, places, bible and look began as that one’s.':
    'Besetzung, Orte, Bibel und Aussehen begannen als die jenes Films.',
  'Put away: nothing is made in it.': 'Weggelegt: Darin wird nichts gemacht.',
  'Empty means: not assembled yet.': 'Leer heißt: noch nicht geschnitten.',
  'Empty means: the default, which works on a bare machine and costs nothing.':
    'Leer heißt: die Vorgabe, die auf jedem Rechner läuft und nichts kostet.',
  'For example en, de, pt-BR.': 'Zum Beispiel en, de, pt-BR.',
  'Seconds. Empty means: as long as the screenplay needs. Trims are proposed, dialogue is never cut.':
    'Sekunden. Leer heißt: so lang, wie das Drehbuch braucht. Kürzungen werden vorgeschlagen, Dialog wird nie geschnitten.',
  'Slug of the catalogue. Empty means: the offline previs department, which costs nothing.':
    'Kürzel aus dem Katalog. Leer heißt: die Previs-Abteilung ohne Netz, die nichts kostet.',
  'Takes of one layer before a person must look.': 'Takes einer Ebene, bevor ein Mensch hinsehen muss.',
  'Layers of one picture.': 'Ebenen eines Bildes.',
  'Nothing is sent that could go past it. Nanodollars: 1 USD is 1,000,000,000.':
    'Nichts wird gesendet, was darüber hinausgehen könnte. Nanodollar: 1 USD sind 1.000.000.000.',
  'Empty means: stills when it costs money, clips when it is free.':
    'Leer heißt: Standbilder, wenn es Geld kostet, Clips, wenn es nichts kostet.',
  'Empty means: not broken down yet.': 'Leer heißt: noch nicht in Szenen geteilt.',
  'Empty means: no button was pressed yet.': 'Leer heißt: Noch wurde kein Knopf gedrückt.',
  'Empty means: producers only.': 'Leer heißt: nur die Produktion.',
  'People who work on this film or look at it. Producers see every film.':
    'Leute, die an diesem Film arbeiten oder ihn ansehen. Die Produktion sieht jeden Film.',
  'Empty means: production has not planned it yet.': 'Leer heißt: Die Produktion hat es noch nicht geplant.',
  'Running time of the film.': 'Laufzeit des Films.',
  'How long making it takes.': 'Wie lange die Herstellung dauert.',
  'Room on the disk for everything that is made.': 'Platz auf der Platte für alles, was gemacht wird.',
  'Nanodollars: 1 USD is 1,000,000,000.': 'Nanodollar: 1 USD sind 1.000.000.000.',
  'What is priced and what is not.': 'Was einen Preis hat und was nicht.',
  'Counts the changes.': 'Zählt die Änderungen.',
  'The film, piece by piece: each is one continuous picture of 3 to 7 seconds.':
    'Der Film, Stück für Stück: jedes ein durchgehendes Bild von 3 bis 7 Sekunden.',
  'Its place in the film.': 'Ihr Platz im Film.',
  'Of the screenplay: 12A.': 'Im Drehbuch: 12A.',
  '10, 20, 30 … inside it.': '10, 20, 30 … darin.',
  'Nothing makes it again.': 'Nichts macht sie neu.',
  'The newest breakdown does not have it; it is kept, not deleted.':
    'Die neueste Szenenfolge hat sie nicht; sie wird behalten, nicht gelöscht.',
  'Empty means: as the screenplay has it; without a screenplay, the picture shows only the place.':
    'Leer heißt: wie im Drehbuch; ohne Drehbuch zeigt das Bild nur den Ort.',
  'The screenplay’s heading, word for word.': 'Die Überschrift des Drehbuchs, Wort für Wort.',
  'What is seen, paragraphs with a blank line between.': 'Was zu sehen ist, Absätze mit einer Leerzeile dazwischen.',
  'The part of the screenplay this scene covers, word for word.':
    'Der Teil des Drehbuchs, den diese Szene zeigt, Wort für Wort.',
  'What it should do to the audience.': 'Was sie beim Publikum bewirken soll.',
  'How long it feels: held on, even, or cut off short.':
    'Wie lang sie wirkt: gehalten, gleichmäßig oder kurz abgeschnitten.',
  '0 calm to 1 at its height.': '0 ruhig bis 1 auf dem Höhepunkt.',
  'Seconds, 3 to 7. Empty means: as long as its words and action need.':
    'Sekunden, 3 bis 7. Leer heißt: so lang, wie Worte und Handlung brauchen.',
  'Frames at the film’s rate, after the overlap of a transition.':
    'Bilder im Takt des Films, nach der Überlappung eines Übergangs.',
  'First line in the screenplay’s file.': 'Erste Zeile in der Datei des Drehbuchs.',
  'Why it was cut and framed like this.': 'Warum sie so geteilt und so gerahmt wurde.',
  'For people; never sent anywhere.': 'Für Menschen; wird nirgendwohin gesendet.',
  'Empty means: what the heading says; then what the location’s own document says.':
    'Leer heißt: was die Überschrift sagt; dann, was das Dokument des Schauplatzes sagt.',
  'The place as the heading names it.': 'Der Ort, wie ihn die Überschrift nennt.',
  'Its document in the bible.': 'Sein Dokument in der Bibel.',
  'Outside the line of the story: the picture looks like it.': 'Außerhalb der Handlung: Das Bild sieht danach aus.',
  'The day of the story, counted from 1.': 'Der Tag der Geschichte, von 1 an gezählt.',
  'What stands in the place for this scene.': 'Was für diese Szene am Ort steht.',
  'Single things that must be seen.': 'Einzelne Dinge, die zu sehen sein müssen.',
  'Smoke, dust, crowd, light in the air.': 'Rauch, Staub, Menge, Licht in der Luft.',
  'People without a name in the background.': 'Menschen ohne Namen im Hintergrund.',
  'Empty means: the shot agent decides.': 'Leer heißt: Die Kameraabteilung entscheidet.',
  'Millimetres, full frame.': 'Millimeter, Vollformat.',
  'For example f/2.8.': 'Zum Beispiel f/2.8.',
  'The character or thing the frame is about; empty: the place.':
    'Die Figur oder das Ding, um das es im Bild geht; leer: der Ort.',
  'Whom or what the look goes to.': 'Wem oder was der Blick gilt.',
  'Metres over the ground.': 'Meter über dem Boden.',
  'Degrees.': 'Grad.',
  'Empty means: the style guide, the time of day and the weather decide.':
    'Leer heißt: Stilführer, Tageszeit und Wetter entscheiden.',
  'Kelvin: candle 1900, daylight 5600.': 'Kelvin: Kerze 1900, Tageslicht 5600.',
  'Colours as #rrggbb.': 'Farben als #rrggbb.',
  'Lamps, fires and screens that are seen and give light.':
    'Lampen, Feuer und Bildschirme, die zu sehen sind und Licht geben.',
  'Empty means: nobody is seen; blocking and costume as the shot agent and the profiles have them.':
    'Leer heißt: Niemand ist zu sehen; Stellung und Kostüm nach Kameraabteilung und Profilen.',
  'Names as the cast has them.': 'Namen wie in der Besetzung.',
  'Their documents in the bible.': 'Ihre Dokumente in der Bibel.',
  'Who is heard and not seen.': 'Wer zu hören und nicht zu sehen ist.',
  'Comes into the picture, or goes out of it.': 'Kommt ins Bild oder geht hinaus.',
  '0 hardly to 1 fully.': '0 kaum bis 1 ganz.',
  'Wet, torn, bloody …': 'Nass, zerrissen, blutig …',
  'Empty means: no prop is asked for, and none is judged.':
    'Leer heißt: Kein Requisit wird verlangt und keines geprüft.',
  'The thing, in one noun.': 'Das Ding, in einem Hauptwort.',
  'A picture of it.': 'Ein Bild davon.',
  'Empty: it lies or stands.': 'Leer: Es liegt oder steht.',
  'Open, broken, lit …': 'Offen, zerbrochen, angezündet …',
  'Empty means: nobody speaks, and the scene has the film’s music and the place’s ambience only.':
    'Leer heißt: Niemand spricht, und zu hören sind nur die Musik des Films und die Atmo des Ortes.',
  'V.O., O.S., CONT’D …': 'V.O., O.S., CONT’D …',
  'The screenplay’s words; no model may change them.': 'Die Worte des Drehbuchs; kein Modell darf sie ändern.',
  'Seconds from the scene’s first frame.': 'Sekunden ab dem ersten Bild der Szene.',
  'A recording; empty: the character’s voice speaks it.': 'Eine Aufnahme; leer: Die Stimme der Figur spricht es.',
  'Empty: the film’s music goes on.': 'Leer: Die Musik des Films geht weiter.',
  'Empty means: the scene is made by the studio.': 'Leer heißt: Das Studio macht die Szene.',
  'Shown instead of a made one, brought to the length of the scene; its sound is not used.':
    'Wird statt eines gemachten gezeigt und auf die Länge der Szene gebracht; sein Ton wird nicht verwendet.',
  'Laid over the last seconds of the scene.': 'Liegt über den letzten Sekunden der Szene.',
  'Empty means: a plain cut, and the boundary the continuity rule chooses.':
    'Leer heißt: ein einfacher Schnitt und der Anschluss, den die Anschlussregel wählt.',
  'Its frames belong to this scene.': 'Seine Bilder gehören zu dieser Szene.',
  'How its first frame hangs together with the scene before.': 'Wie ihr erstes Bild mit der Szene davor zusammenhängt.',
  'Empty means: filled from the templates. What you write here is sent as it stands.':
    'Leer heißt: aus den Vorlagen gefüllt. Was Sie hier schreiben, wird so gesendet, wie es dasteht.',
  'Of the first layer, the empty place.': 'Der ersten Ebene, des leeren Ortes.',
  'Of single layers: whom or what the layer adds, and its words.':
    'Einzelner Ebenen: wen oder was die Ebene hinzufügt, und ihre Worte.',
  'What must not be seen.': 'Was nicht zu sehen sein darf.',
  'Empty: chosen from the scene itself, the same every time.':
    'Leer: aus der Szene selbst gewählt, jedes Mal derselbe.',
  'Catalogue slugs; empty: the project’s choice.': 'Kürzel aus dem Katalog; leer: die Wahl des Projekts.',
  'Empty means: nothing has been made yet. Takes, clip and verdicts are written by the studio.':
    'Leer heißt: Noch wurde nichts gemacht. Takes, Clip und Urteile schreibt das Studio.',
  'Where every scene stands. Written by the studio; approve, overrule and try again on the scene itself.':
    'Wo jede Szene steht. Das Studio schreibt es; freigeben, überstimmen und neu versuchen Sie an der Szene selbst.',
  'Empty means: not made yet.': 'Leer heißt: noch nicht gemacht.',
  'The picture both judges passed.': 'Das Bild, das beide Prüfer bestanden ließen.',
  'Feeds the next scene.': 'Damit beginnt die nächste Szene.',
  'location, character, prop': 'location (Ort), character (Figur), prop (Requisit)',
  'still, clip, line': 'still (Standbild), clip (Clip), line (Zeile)',
  'Key of the provider call.': 'Schlüssel des Aufrufs beim Anbieter.',
  'What this take was told beyond the plan.': 'Was diesem Take über den Plan hinaus aufgetragen wurde.',
  'Empty means: not asked yet, never passed.': 'Leer heißt: noch nicht gefragt, nie bestanden.',
  'place, person:MARA, prop:lamp, light, angle, defects':
    'place (Ort), person:MARA, prop:lamp (Requisit), light (Licht), angle (Winkel), defects (Mängel)',
  'Empty: the finished picture.': 'Leer: das fertige Bild.',
  'Only where the judge gives one.': 'Nur wo der Prüfer eine nennt.',
  'Why it was not asked, or not known.': 'Warum nicht gefragt wurde oder es ungewiss blieb.',
  'Empty means: never worked on.': 'Leer heißt: Noch wurde nicht daran gearbeitet.',
  'The document that changed.': 'Das Dokument, das sich geändert hat.',
  'What the field says now.': 'Was das Feld jetzt sagt.',
  'Steps that would be done again.': 'Schritte, die neu gemacht würden.',
  'What was started, how far it is, and why it stopped.':
    'Was begonnen wurde, wie weit es ist und warum es stehen blieb.',
  'Every call to a department, paid or free, with what was really sent.':
    'Jeder Aufruf einer Abteilung, bezahlt oder kostenlos, mit dem, was wirklich gesendet wurde.',
  'The words as they were sent.': 'Die Worte, wie sie gesendet wurden.',
  'The template they were filled from, and its revision.': 'Die Vorlage, aus der sie gefüllt wurden, und ihre Fassung.',
  'Where it cost money: the template, and its revision.': 'Wo es Geld kostete: die Vorlage und ihre Fassung.',
  'What the model could not do as it was wished.': 'Was das Modell nicht so konnte, wie es gewünscht war.',
  'What a judge was asked.': 'Was ein Prüfer gefragt wurde.',
  'Quoted before it was sent. Nanodollars: 1 USD is 1,000,000,000.':
    'Vor dem Senden genannt. Nanodollar: 1 USD sind 1.000.000.000.',
  'On the provider’s bill. Nanodollars: 1 USD is 1,000,000,000.':
    'Auf der Rechnung des Anbieters. Nanodollar: 1 USD sind 1.000.000.000.',
  'What people said about frames of a film. Written on the Film tab and behind share links.':
    'Was Menschen zu Bildern eines Films sagten. Geschrieben im Reiter Film und hinter Freigabelinks.',
  'Who said it, as they were called then.': 'Wer es sagte, mit dem Namen von damals.',
  'Empty means: a reviewer with a share link.': 'Leer heißt: jemand mit einem Freigabelink.',
  'Empty means: somebody of the studio.': 'Leer heißt: jemand aus dem Studio.',
  'What it answers. Empty means: it stands by itself.': 'Worauf es antwortet. Leer heißt: Es steht für sich.',
  'The SHA-256 of the film it was said of.': 'Der SHA-256 des Films, von dem die Rede war.',
  'From the beginning of that film, at its rate.': 'Vom Anfang jenes Films an, in dessen Takt.',
  'The same moment inside the scene.': 'Derselbe Augenblick in der Szene.',
  'Scenes of a film that were approved, or for which changes were requested.':
    'Szenen eines Films, die freigegeben wurden oder für die Änderungen erbeten wurden.',
  'Links for reviewers without a login. Made and revoked on the Film tab.':
    'Links für Leute ohne Anmeldung. Sie werden im Reiter Film gemacht und zurückgezogen.',
  'Whom it is for.': 'Für wen er ist.',
  'The SHA-256 of the film it shows. Empty means: always the newest.':
    'Der SHA-256 des Films, den er zeigt. Leer heißt: immer der neueste.',
  'Fountain text, kept as it was written. Saving an edit aligns the scenes; it never throws one away.':
    'Fountain-Text, so behalten, wie er geschrieben wurde. Eine gespeicherte Änderung gleicht die Szenen ab; nie wirft sie eine weg.',
  'Fountain. A finished screenplay is never rewritten by the studio.':
    'Fountain. Ein fertiges Drehbuch schreibt das Studio nie um.',
  'Running time by the timing model.': 'Laufzeit nach dem Zeitmodell.',
  'Who the film is about, how they look from six sides, and how they sound.':
    'Um wen es im Film geht, wie sie von sechs Seiten aussehen und wie sie klingen.',
  'As the screenplay writes it, in capitals.': 'Wie das Drehbuch ihn schreibt, in Großbuchstaben.',
  'Empty means: the screenplay does not say, and nothing is asked of the pictures.':
    'Leer heißt: Das Drehbuch sagt es nicht, und von den Bildern wird nichts verlangt.',
  'Other names the screenplay uses.': 'Andere Namen, die das Drehbuch verwendet.',
  'As the screenplay says it: “fifty”, “late 40s”.': 'Wie das Drehbuch es sagt: „fünfzig“, „Ende vierzig“.',
  'What is seen of this person in every scene.': 'Was von dieser Person in jeder Szene zu sehen ist.',
  'Where the screenplay says what stands here.': 'Wo das Drehbuch sagt, was hier steht.',
  'What the screenplay says otherwise later; the first holds.': 'Was das Drehbuch später anders sagt; das Erste gilt.',
  'Empty means: chosen from the profile, else by the name itself.':
    'Leer heißt: nach dem Profil gewählt, sonst nach dem Namen selbst.',
  'An uploaded picture is never redrawn; the views derive from it.':
    'Ein hochgeladenes Bild wird nie neu gezeichnet; die Ansichten folgen ihm.',
  'What tells people apart: no two share it.': 'Woran man Personen unterscheidet: Keine zwei teilen sie.',
  '#rrggbb': '#rrggbb',
  'What of this came from the text; the rest was chosen.': 'Was davon aus dem Text kam; der Rest wurde gewählt.',
  'Empty means: drawn when the project is qualified.': 'Leer heißt: wird beim Qualifizieren gezeichnet.',
  'What this side shows.': 'Was diese Seite zeigt.',
  'A lasting change of look (injury, costume), valid from a scene on.':
    'Ein bleibend anderes Aussehen (Verletzung, Kostüm), gültig ab einer Szene.',
  'Place in the film from which it holds.': 'Platz im Film, von dem an es gilt.',
  'Empty: to the end.': 'Leer: bis zum Ende.',
  'Gives each variant six views of its own before the scenes are made; pictures use them from its scene on.':
    'Gibt jeder Variante sechs eigene Ansichten, bevor die Szenen gemacht werden; ab ihrer Szene verwenden Bilder diese.',
  'What was drawn of each variant.': 'Was von jeder Variante gezeichnet wurde.',
  'Empty means: the speech department chooses.': 'Leer heißt: Die Sprechabteilung wählt.',
  'Which of the voices of that kind: no two of a cast share one.':
    'Welche der Stimmen dieser Art: Keine zwei einer Besetzung teilen eine.',
  'Name of a voice of the speech department. Empty: chosen by it.':
    'Name einer Stimme der Sprechabteilung. Leer: von ihr gewählt.',
  'Semitones.': 'Halbtöne.',
  '1 is the voice’s own pace.': '1 ist das eigene Tempo der Stimme.',
  'A recording of this voice, with the right to use it.':
    'Eine Aufnahme dieser Stimme, mit dem Recht, sie zu verwenden.',
  'Each with the picture all its scenes are drawn from.':
    'Jeder mit dem Bild, nach dem alle seine Szenen gezeichnet werden.',
  'As the headings write it.': 'Wie ihn die Überschriften schreiben.',
  'The place it is a room or a corner of.': 'Der Ort, von dem er ein Raum oder eine Ecke ist.',
  'What is heard there.': 'Was dort zu hören ist.',
  'What must be seen of it.': 'Was davon zu sehen sein muss.',
  'What stands there, with the line that says so.': 'Was dort steht, mit der Zeile, die es sagt.',
  'Other names the headings use.': 'Andere Namen, die die Überschriften verwenden.',
  'Where the screenplay says so.': 'Wo das Drehbuch das sagt.',
  'An uploaded picture is never redrawn.': 'Ein hochgeladenes Bild wird nie neu gezeichnet.',
  'Each with the picture its scenes are drawn from.': 'Jedes mit dem Bild, nach dem seine Szenen gezeichnet werden.',
  'The thing in one word: lamp, letter, rope.': 'Das Ding in einem Wort: Lampe, Brief, Seil.',
  'As #rrggbb or a word.': 'Als #rrggbb oder ein Wort.',
  'The character it belongs to.': 'Die Figur, der es gehört.',
  'What it stands for in the story.': 'Wofür es in der Geschichte steht.',
  'Clip names it appears in.': 'Clipnamen, in denen es vorkommt.',
  'Clip name of its first appearance.': 'Clipname, wo es zuerst vorkommt.',
  'Clip name of its last appearance.': 'Clipname, wo es zuletzt vorkommt.',
  'Who has it in the hand, from which scene to which.': 'Wer es in der Hand hat, von welcher Szene bis zu welcher.',
  'What happens to it: broken, lit, wet … It stays so until the next row.':
    'Was damit geschieht: zerbrochen, angezündet, nass … So bleibt es bis zur nächsten Zeile.',
  'Rules, relationships and time of the story. What stands here, no picture may contradict.':
    'Regeln, Beziehungen und Zeit der Geschichte. Was hier steht, dem darf kein Bild widersprechen.',
  'What holds in this world, by category.': 'Was in dieser Welt gilt, nach Kategorien.',
  '1 first.': '1 zuerst.',
  'The turns the film is built on, by rule from its tension.':
    'Die Wendungen, auf denen der Film steht, nach Regeln aus seiner Spannung.',
  'How tight every scene of the screenplay is, and when in the film it stands.':
    'Wie gespannt jede Szene des Drehbuchs ist und wann im Film sie steht.',
  '0 the first frame, 1 the last.': '0 das erste Bild, 1 das letzte.',
  'Places that are only spoken of: no set is built for them.':
    'Orte, von denen nur gesprochen wird: Für sie wird nichts gebaut.',
  'Colour, light, lenses and what must never be seen. It goes into every picture of the film.':
    'Farbe, Licht, Objektive und was nie zu sehen sein darf. Es geht in jedes Bild des Films ein.',
  'The look in one or two sentences, sent with every prompt.':
    'Das Aussehen in ein oder zwei Sätzen, mit jedem Prompt gesendet.',
  'Films, painters, photographs.': 'Filme, Maler, Fotografien.',
  'What must never be seen.': 'Was nie zu sehen sein darf.',
  'Scenes take lens, light and colour from the row they belong to when they are broken down.':
    'Szenen nehmen Objektiv, Licht und Farbe aus der Zeile, zu der sie gehören, wenn das Drehbuch geteilt wird.',
  'Clip name of its first scene.': 'Clipname ihrer ersten Szene.',
  'Colours as #rrggbb: air, key light, shadow, accent.': 'Farben als #rrggbb: Luft, Führungslicht, Schatten, Akzent.',
  'Kelvin of the key light.': 'Kelvin des Führungslichts.',
  'Lamps and fires that are seen and give light.': 'Lampen und Feuer, die zu sehen sind und Licht geben.',
  'The rules that chose.': 'Die Regeln, die gewählt haben.',
  'What is said to the models, with [variables] in brackets. Publish a draft to use it.':
    'Was den Modellen gesagt wird, mit [Variablen] in Klammern. Veröffentlichen Sie einen Entwurf, um ihn zu verwenden.',
  'How the pipeline asks for it: scene-picture.': 'Wie der Ablauf danach fragt: scene-picture.',
  'The template. [name] is filled with the variable of that name.':
    'Die Vorlage. [name] wird mit der Variable dieses Namens gefüllt.',
  'Every [variable] of the text. A missing required one stops the prompt before it is sent.':
    'Jede [Variable] des Textes. Fehlt eine erforderliche, hält das den Prompt an, bevor er gesendet wird.',
  'Slug of the catalogue; empty: the project’s choice.': 'Kürzel aus dem Katalog; leer: die Wahl des Projekts.',
  'Models with their abilities and prices, before anything is spent. What is changed here goes over what Backlot ships; the rest is renewed with it.':
    'Modelle mit dem, was sie können und kosten, bevor etwas ausgegeben wird. Was hier geändert wird, gilt vor dem, was Backlot mitbringt; der Rest wird damit erneuert.',
  'Provider and name: fal/nano-banana-2.': 'Anbieter und Name: fal/nano-banana-2.',
  'One sentence for whoever chooses.': 'Ein Satz für alle, die wählen.',
  'As the provider names it: fal-ai/nano-banana-2.': 'Wie der Anbieter ihn nennt: fal-ai/nano-banana-2.',
  'Another word makes everything anew.': 'Ein anderes Wort macht alles neu.',
  'Empty means: unknown, and the model is not called. Free is written as 0.':
    'Leer heißt: unbekannt, und das Modell wird nicht gerufen. Kostenlos schreibt man als 0.',
  'For one unit. Nanodollars: 1 USD is 1,000,000,000.': 'Für eine Einheit. Nanodollar: 1 USD sind 1.000.000.000.',
  'For example resolution=1080p, audio=no, seconds=6; empty: always.':
    'Zum Beispiel resolution=1080p, audio=no, seconds=6; leer: immer.',
  'When the price was read.': 'Wann der Preis gelesen wurde.',
  'Where the price is written.': 'Wo der Preis steht.',
  'Seconds it usually takes.': 'Sekunden, die es gewöhnlich dauert.',
  'JSON: which field of the provider takes what, and the limits (docs/models.md).':
    'JSON: welches Feld des Anbieters was nimmt, und die Grenzen (docs/models.md).',
  'When these facts were read.': 'Wann diese Fakten gelesen wurden.',
  'Where these facts were read.': 'Wo diese Fakten gelesen wurden.',
  'Slug of its successor.': 'Kürzel des Nachfolgers.',
  'Everything seen and heard, with where it came from.': 'Alles, was zu sehen und zu hören ist, und woher es kommt.',
  'What is seen, for people who do not see it.': 'Was zu sehen ist, für Menschen, die es nicht sehen.',
  'Other films made of the same file.': 'Andere Filme, die dieselbe Datei verwenden.',
  'Pixels.': 'Pixel.',
  'Seconds.': 'Sekunden.',
  'Key of the provider call it came from.': 'Schlüssel des Aufrufs, aus dem sie kam.',
  'Whose it is and what it may be used for.': 'Wem sie gehört und wofür sie verwendet werden darf.',
  'What happened, why, and how to fix it. Generations cost money, so nothing vanishes by itself.':
    'Was geschah, warum, und was hilft. Aufrufe kosten Geld, deshalb verschwindet nichts von selbst.',
  'How often it happened.': 'Wie oft es geschah.',
  'A value that waits; empty where nothing is proposed.': 'Ein Wert, der wartet; leer, wo nichts vorgeschlagen ist.',
  'The collection.': 'Die Sammlung.',
  'What a person wrote, as JSON.': 'Was ein Mensch schrieb, als JSON.',
  'What an agent would write, as JSON.': 'Was ein Agent schreiben würde, als JSON.',
  'What you were told, and when you read it.': 'Was Ihnen mitgeteilt wurde und wann Sie es gelesen haben.',
  'What it tells of; told twice, it counts once.': 'Wovon sie handelt; zweimal mitgeteilt zählt einmal.',
  'The page it leads to.': 'Die Seite, zu der sie führt.',
  'What its sentence is filled with, as JSON.': 'Womit ihr Satz gefüllt wird, als JSON.',
  'The talk of the departments, so that every decision can be followed.':
    'Was die Abteilungen einander sagen, damit jede Entscheidung nachvollziehbar ist.',
  'People, what they may do, and API keys for scripts.': 'Leute, was sie dürfen, und API-Schlüssel für Skripte.',
  'A producer may do everything; a client looks and comments.':
    'Die Produktion darf alles; Auftraggeber sehen zu und kommentieren.',
  'Empty means: of nothing.': 'Leer heißt: von nichts.',
  'Only where the studio has a mail server, and of what you are told of at all.':
    'Nur wo das Studio einen Mailserver hat, und nur von dem, was Ihnen überhaupt mitgeteilt wird.',
  'Of the e-mails.': 'Der E-Mails.',
}
