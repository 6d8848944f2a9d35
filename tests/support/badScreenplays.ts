/** Screenplays that leave open or contradict what a film must know. Each must become a film that says what it assumed. */
const crowd =
  'Anna Bruno Clara Dario Edgar Frieda Gustav Helga Igor Jutta Konrad Lotte Moritz Nadja Oskar Petra Quirin Rosa Stefan Tilda Ulrich Vera Walter Xenia Yusuf Zora Albert Bettina Cyril Doris Emil Fatima Gregor Hanna Isaac Judith Klaus Leonie Magnus Norbert'.split(
    ' ',
  )

export const badScreenplays = {
  'never described': `INT. KITCHEN - NIGHT

GRETA
I am here.

OTTO
I know.
`,
  'described twice': `INT. KITCHEN - NIGHT

GRETA, thirty, tall, with long black hair, waits at the window.

GRETA
He is late.

EXT. GARDEN - DAY

Greta, sixty, bald, digs a hole.

GRETA
Deeper.
`,
  'renamed midway': `INT. KITCHEN - NIGHT

A STRANGER sits at the table.

STRANGER
You do not know me.

GRETA
Your name is Paul.

EXT. GARDEN - DAY

The stranger, PAUL, digs a hole.

PAUL
Now you know.
`,
  'forty people': `INT. HALL - NIGHT

${crowd.map((name) => name.toUpperCase()).join(', ')} stand in the hall.

${crowd.map((name) => `${name.toUpperCase()}\nI am ${name}.\n`).join('\n')}`,
  'a place only in dialogue': `INT. KITCHEN - NIGHT

GRETA
We must go to Marseille before the war reaches Marseille.

OTTO
Nobody goes to the Black Mill.
`,
  'contradictory times': `EXT. FIELD - NIGHT

The noon sun burns on the field. GRETA shades her eyes.

GRETA
How bright it is.

INT. BARN - CONTINUOUS - MORNING

She closes the door.
`,
  'a name that is a thing': `INT. KITCHEN - NIGHT

ROSE, forty, holds a rose. A rose lies on the table.

ROSE
Take the rose.

OTTO
Which rose, Rose?
`,
  'all capitals': `INT. KITCHEN - NIGHT

GRETA WALKS TO THE WINDOW. THE LAMP BURNS. RAIN FALLS ON THE GLASS.

GRETA
WHO IS THERE?

OTTO OPENS THE DOOR. HE IS WET.

OTTO
IT IS ONLY ME.
`,
  'twelve minutes in one scene': `INT. KITCHEN - NIGHT

GRETA and OTTO sit at the table.

${Array.from({ length: 110 }, (_, i) => `${i % 2 ? 'OTTO' : 'GRETA'}\nThis is what I have to say to you tonight, and it is sentence number ${String(i + 1)} of a long evening.\n`).join('\n')}`,
  'two hundred scenes of a line': Array.from(
    { length: 200 },
    (_, i) => `${i % 2 ? 'INT. KITCHEN' : 'EXT. GARDEN'} - ${i % 3 ? 'DAY' : 'NIGHT'}\n\nGreta waits.\n`,
  ).join('\n'),
}
