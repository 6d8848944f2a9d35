import { textCollection, type ControlDb } from './controlDb'

/** One thing that is true in a film, with the line it comes from. */
export type Fact = { about: string; kind: 'character' | 'place' | 'rule' | 'scene'; text: string; line: number }
export type KnowledgeStore = ReturnType<typeof knowledgeStore>

export const knowledgeStore = (control: ControlDb) => {
  const knowledge = textCollection<Fact & { project: string }>(control.db, 'knowledge')
  return {
    /** Puts these facts in the place of all a project had; repeatable. */
    async replaceAll(project: string, facts: Fact[]): Promise<void> {
      await knowledge.deleteMany({ project })
      const rows = facts.map((fact, i) => ({ _id: `${project}:${String(i)}`, project, ...fact }))
      for (let from = 0; from < rows.length; from += 500) await knowledge.insertMany(rows.slice(from, from + 500))
    },
  }
}
