import type { CollectionConfig } from 'payload'
import { AgentMessages } from './AgentMessages'
import { Alerts } from './Alerts'
import { Approvals } from './Approvals'
import { Characters } from './Characters/index'
import { Comments } from './Comments'
import { openGroups } from './fields/openGroups'
import { inGerman } from './german/inGerman'
import { Generations } from './Generations'
import { Locations } from './Locations'
import { mediaCollection } from './Media'
import { membersOnly } from './membersOnly'
import { Models } from './Models'
import { Notifications } from './Notifications/index'
import { Projects } from './Projects/index'
import { Prompts } from './Prompts'
import { Props } from './Props'
import { refuseOperators } from './refuseOperators'
import { Runs } from './Runs'
import { SceneStates } from './SceneStates'
import { Scenes } from './Scenes/index'
import { Screenplays } from './Screenplays'
import { ShareLinks } from './ShareLinks'
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
    Comments,
    Approvals,
    ShareLinks,
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
    Notifications,
    AgentMessages,
    usersCollection(settings),
  ].map((collection) => walkSelected(openGroups(refuseOperators(membersOnly(inGerman(collection))))))
