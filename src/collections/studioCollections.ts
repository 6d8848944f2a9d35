import type { CollectionConfig } from 'payload'
import { AgentMessages } from './AgentMessages'
import { Alerts } from './Alerts'
import { Characters } from './Characters/index'
import { openGroups } from './fields/openGroups'
import { Generations } from './Generations'
import { Locations } from './Locations'
import { mediaCollection } from './Media'
import { membersOnly } from './membersOnly'
import { Models } from './Models'
import { Projects } from './Projects/index'
import { Prompts } from './Prompts'
import { Props } from './Props'
import { refuseOperators } from './refuseOperators'
import { Runs } from './Runs'
import { SceneStates } from './SceneStates'
import { Scenes } from './Scenes/index'
import { Screenplays } from './Screenplays'
import { StoryBible } from './StoryBible'
import { StyleGuides } from './StyleGuides'
import { usersCollection } from './Users'
import { walkSelected } from './walkSelected'

/** Every document of the studio, in the order the admin lists them. */
export const studioCollections = (settings: { singleUser: boolean; mediaDir: string }): CollectionConfig[] =>
  [
    Projects,
    Scenes,
    SceneStates,
    Runs,
    Generations,
    Screenplays,
    Characters,
    Locations,
    Props,
    StoryBible,
    StyleGuides,
    Prompts,
    Models,
    mediaCollection(settings),
    Alerts,
    AgentMessages,
    usersCollection(settings),
  ].map((collection) => walkSelected(openGroups(refuseOperators(membersOnly(collection)))))
